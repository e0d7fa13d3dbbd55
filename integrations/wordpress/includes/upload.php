<?php
/**
 * Takes a zip of what `communique build` wrote, and puts it among the uploads.
 *
 * @package Communique
 */

namespace Communique;

defined( 'ABSPATH' ) || exit;

/** The largest zip, and the most that may be in it, in bytes. */
const MOST_ZIPPED   = 33554432;
const MOST_UNZIPPED = 100663296;

/** What a build writes: script, words, pictures, films and fonts. */
const ENDINGS = array( 'js', 'html', 'json', 'txt', 'png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'svg', 'mp4', 'webm', 'mp3', 'vtt', 'woff', 'woff2' );

/**
 * The name under which a file of a zip is written.
 *
 * @param string $name Its name in the zip.
 * @return string|\WP_Error|null Null for what computers add unasked.
 */
function upload_name( $name ) {
	if ( preg_match( '#(^|/)(__MACOSX/|\.DS_Store$|Thumbs\.db$)#', $name ) && ! str_contains( $name, '..' ) ) {
		return null;
	}
	// A zip of the folder has the folder's name before each file's; no build writes folders within it.
	if ( ! preg_match( '#^(?:\./)?(?:[\w-][\w .-]*/)?([^/\\\\:*?"<>|\x00-\x1f]+)$#uD', $name, $found ) || '.' === $found[1][0] ) {
		return refused_name( $name );
	}
	$parts  = explode( '.', strtolower( $found[1] ) );
	$ending = array_pop( $parts );
	array_shift( $parts );
	// Some servers run a file with `.php` anywhere in its name.
	$runs = preg_grep( '/^(php\d*|phtml|phar|pht|phps|cgi|pl|py|rb|asp|aspx|jsp|sh|shtml|htaccess)$/', $parts );
	return $runs || ! in_array( $ending, ENDINGS, true ) ? refused_name( $name ) : $found[1];
}

/**
 * What to say of a file that no build writes.
 *
 * @param string $name Its name.
 * @return \WP_Error
 */
function refused_name( $name ) {
	return new \WP_Error(
		'communique_zip_file',
		sprintf(
			/* translators: %s: the name of a file. */
			__( 'The zip holds “%s”, which no build of a story writes. Nothing was unpacked.', 'communique' ),
			wp_check_invalid_utf8( $name, true )
		),
		array( 'status' => 400 )
	);
}

/**
 * Unpacks a story among the uploads, whole or not at all.
 *
 * @param string $file The zip.
 * @return array|\WP_Error The story, as `read_story()` gives it.
 */
function unpack_story( $file ) {
	if ( ! is_file( $file ) || filesize( $file ) > MOST_ZIPPED ) {
		return new \WP_Error( 'communique_zip_large', __( 'The zip is too large.', 'communique' ), array( 'status' => 413 ) );
	}
	$takes = function ( $name ) {
		$written = upload_name( $name );
		return is_wp_error( $written ) ? $written : null !== $written;
	};
	// phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- A file of this machine.
	$files = Zip_Reader::read( file_get_contents( $file ), $takes, MOST_UNZIPPED );
	if ( is_wp_error( $files ) ) {
		return $files;
	}
	$named = array();
	foreach ( $files as $name => $bytes ) {
		$named[ upload_name( $name ) ] = $bytes;
	}
	$base  = uploads()['url'];
	$story = story_in( isset( $named['index.html'] ) ? $named['index.html'] : '', $base );
	if ( is_wp_error( $story ) || count( $named ) !== count( $files ) || ! isset( $named['integrity.json'], $named[ $story['tag'] . '.js' ] ) ) {
		return new \WP_Error( 'communique_zip_story', __( 'There is no whole story in the zip. Make a zip of the whole folder that “communique build” wrote.', 'communique' ), array( 'status' => 400 ) );
	}
	$name = write_files( $named, $story['tag'] );
	return is_wp_error( $name ) ? $name : read_story( $base . $name . '/' );
}

/**
 * Writes files into a new folder.
 *
 * @param string[] $files Their bytes by their names.
 * @param string   $wish  The name of the folder, if there is none yet.
 * @return string|\WP_Error The folder's name.
 */
function write_files( $files, $wish ) {
	$away = new \WP_Error( 'communique_disk', __( 'The story could not be written among the uploads.', 'communique' ), array( 'status' => 500 ) );
	$path = uploads()['path'];
	if ( ! wp_mkdir_p( $path ) ) {
		return $away;
	}
	// The folder has the hash of its content in its name: a story that was mended has an address of its own, which no
	// cache knows, and posts with the one before keep it.
	$name = $wish . '-' . substr( hash( 'sha256', wp_json_encode( array_map( 'md5', $files ) ) ), 0, 8 );
	if ( is_dir( $path . $name ) ) {
		return $name;
	}
	$beside = $path . '.' . $name . '-' . wp_generate_password( 8, false );
	if ( ! wp_mkdir_p( $beside ) ) {
		return $away;
	}
	$written = true;
	foreach ( $files as $file => $bytes ) {
		// phpcs:ignore WordPress.WP.AlternativeFunctions -- The uploads are written directly, as the media library does.
		$written = $written && file_put_contents( "$beside/$file", $bytes ) === strlen( $bytes );
	}
	// phpcs:ignore WordPress.WP.AlternativeFunctions, WordPress.PHP.NoSilencedErrors.Discouraged -- As above; someone else may have been first.
	if ( $written && ( @rename( $beside, $path . $name ) || is_dir( $path . $name ) ) ) {
		return $name;
	}
	array_map( 'wp_delete_file', (array) glob( "$beside/*" ) );
	// phpcs:ignore WordPress.WP.AlternativeFunctions -- As above.
	rmdir( $beside );
	return $away;
}
