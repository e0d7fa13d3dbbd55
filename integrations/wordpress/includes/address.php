<?php
/**
 * Addresses of stories, and the places that they may come from.
 *
 * A story is script. So what an author without `unfiltered_html` can name is limited to places that a person who may
 * write script has listed.
 *
 * @package Communique
 */

namespace Communique;

defined( 'ABSPATH' ) || exit;

/**
 * The address of a story's folder, in one spelling.
 *
 * @param mixed $address The address of the folder, or of a page or script in it.
 * @return string The folder's address, which ends with a slash; empty where this is no such address.
 */
function folder_address( $address ) {
	if ( ! is_string( $address ) || strlen( $address ) > 2000 ) {
		return '';
	}
	$address = trim( $address );
	// What a browser would read otherwise than this code does is no address of a story: backslashes, dots in disguise.
	if ( ! preg_match( '#^https?://[a-z0-9.-]+(:\d{1,5})?(/[\w.~!$&\'()*+,;=:@%/-]*)?([?\#][^\s<>"\']*)?$#i', $address ) ) {
		return '';
	}
	$parts = wp_parse_url( $address );
	if ( ! is_array( $parts ) || empty( $parts['host'] ) || isset( $parts['user'] ) || isset( $parts['pass'] ) ) {
		return '';
	}
	$path = isset( $parts['path'] ) ? $parts['path'] : '/';
	if ( preg_match( '#//|/\.\.?(/|$)|%(2e|2f|5c|00)#i', $path ) ) {
		return '';
	}
	$path = preg_replace( '#[^/]+\.(html?|js)$#i', '', $path );
	if ( '/' !== substr( $path, -1 ) ) {
		$path .= '/';
	}
	$scheme  = strtolower( $parts['scheme'] );
	$default = 'https' === $scheme ? 443 : 80;
	$port    = isset( $parts['port'] ) && $default !== $parts['port'] ? ':' . $parts['port'] : '';
	return $scheme . '://' . strtolower( $parts['host'] ) . $port . $path;
}

/**
 * Reads a list of places, one in a line. A place without a scheme is meant with https.
 *
 * @param mixed $text The lines.
 * @return string[] Addresses that end with a slash.
 */
function read_places( $text ) {
	$places = array();
	foreach ( preg_split( '/[\s,]+/', is_string( $text ) ? $text : '', -1, PREG_SPLIT_NO_EMPTY ) as $line ) {
		$places[] = folder_address( preg_match( '#^https?://#i', $line ) ? $line : 'https://' . $line );
	}
	return array_values( array_unique( array_filter( $places ) ) );
}

/**
 * The places that stories may come from, without the folder of those that were uploaded here.
 *
 * @return string[] Addresses that end with a slash.
 */
function listed_places() {
	$text = defined( 'COMMUNIQUE_PLACES' ) ? COMMUNIQUE_PLACES : get_option( OPTION, '' );
	/**
	 * Filters the places that stories may come from.
	 *
	 * @param string[] $places Addresses that end with a slash.
	 */
	return (array) apply_filters( 'communique_places', read_places( $text ) );
}

/**
 * The folder of the stories that were uploaded to this site.
 *
 * @return array{path: string, url: string} Both end with a slash.
 */
function uploads() {
	$uploads = wp_get_upload_dir();
	return array(
		'path' => trailingslashit( $uploads['basedir'] ) . 'communique/',
		'url'  => trailingslashit( $uploads['baseurl'] ) . 'communique/',
	);
}

/**
 * The name of a story that was uploaded to this site.
 *
 * @param string $base The address of its folder.
 * @return string The name of its folder; empty where it comes from elsewhere.
 */
function uploaded_name( $base ) {
	foreach ( array( 'http', 'https' ) as $scheme ) {
		$ours = set_url_scheme( uploads()['url'], $scheme );
		if ( str_starts_with( $base, $ours ) && preg_match( '#^([a-z0-9-]+)/$#', substr( $base, strlen( $ours ) ), $found ) ) {
			return $found[1];
		}
	}
	return '';
}

/**
 * The address of a story's folder, if the story may be shown on this site.
 *
 * @param mixed $address What an author wrote.
 * @return string|\WP_Error The address, or what is wrong with it.
 */
function allowed_address( $address ) {
	$base = folder_address( $address );
	if ( '' === $base ) {
		return new \WP_Error(
			'communique_address',
			__( 'This is not the address of a story. Give the address of the folder that “communique build” wrote, for example https://stories.example/my-story/.', 'communique' ),
			array( 'status' => 400 )
		);
	}
	if ( '' !== uploaded_name( $base ) ) {
		return $base;
	}
	foreach ( listed_places() as $place ) {
		if ( str_starts_with( $base, $place ) ) {
			return $base;
		}
	}
	return new \WP_Error(
		'communique_place',
		sprintf(
			/* translators: %s: the name of a host. */
			__( 'Stories from %s are not allowed on this site. An administrator can add the place under Settings → Communiqué.', 'communique' ),
			wp_parse_url( $base, PHP_URL_HOST )
		),
		array( 'status' => 403 )
	);
}

/**
 * Whether a person may say where stories come from: whoever may write script into any page.
 *
 * @return bool
 */
function may_set_places() {
	return current_user_can( 'manage_options' ) && current_user_can( 'unfiltered_html' );
}

/**
 * Whether a person may upload stories, which are script.
 *
 * @return bool
 */
function may_upload_stories() {
	return current_user_can( 'upload_files' ) && current_user_can( 'unfiltered_html' );
}
