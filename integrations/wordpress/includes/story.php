<?php
/**
 * Reads what `communique build` published: the name of the tag, the title and the words.
 *
 * This asks the place of the story, so it runs when a post is written and never when a page is shown.
 *
 * @package Communique
 */

namespace Communique;

defined( 'ABSPATH' ) || exit;

/** No page of a story is longer than this, in bytes. */
const MOST_WORDS = 4194304;

/**
 * Whether this may be the name of a story's tag.
 *
 * @param mixed $tag The name.
 * @return bool
 */
function is_tag( $tag ) {
	return is_string( $tag ) && strlen( $tag ) < 100 && 1 === preg_match( '/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/D', $tag );
}

/**
 * Reads a published story.
 *
 * @param mixed $address The address of its folder.
 * @return array|\WP_Error `url`, `tag`, `title` and `words`, or what is wrong.
 */
function read_story( $address ) {
	$base = allowed_address( $address );
	if ( is_wp_error( $base ) ) {
		return $base;
	}
	$name = uploaded_name( $base );
	if ( '' !== $name ) {
		$file = uploads()['path'] . $name . '/index.html';
		// phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- A file of this site.
		return story_in( is_file( $file ) ? file_get_contents( $file ) : '', $base );
	}
	// Some hosts serve the folder's page under the folder's address only, others under its own only.
	foreach ( array( $base, $base . 'index.html' ) as $page ) {
		$answer = wp_safe_remote_get(
			$page,
			array(
				'timeout'             => 10,
				// An allowed place cannot send us on to another.
				'redirection'         => 0,
				'limit_response_size' => MOST_WORDS,
			)
		);
		if ( is_wp_error( $answer ) ) {
			return new \WP_Error(
				'communique_away',
				sprintf(
					/* translators: 1: an address, 2: what went wrong. */
					__( '%1$s could not be read: %2$s', 'communique' ),
					$page,
					$answer->get_error_message()
				),
				array( 'status' => 502 )
			);
		}
		$is_there = 200 === wp_remote_retrieve_response_code( $answer );
		$story    = story_in( $is_there ? wp_remote_retrieve_body( $answer ) : '', $base );
		if ( ! is_wp_error( $story ) ) {
			return $story;
		}
	}
	return $story;
}

/**
 * Finds the story in its own page.
 *
 * @param string $html The page.
 * @param string $base The address of its folder.
 * @return array|\WP_Error
 */
function story_in( $html, $base ) {
	$tag = '[a-z][a-z0-9]*(?:-[a-z0-9]+)+';
	// In a page that somebody has changed since, what stands around the story may be anything.
	if ( ! preg_match( "#<($tag)(?: [^>]*)?>(<div>.*</div>)</\\1>\\s*<script\\b[^>]*\\bsrc=\"(?:\\./)?\\1\\.js\"#s", $html, $found ) ) {
		return new \WP_Error(
			'communique_no_story',
			sprintf(
				/* translators: %s: an address. */
				__( 'There is no published story at %s. Upload the whole folder that “communique build” wrote.', 'communique' ),
				$base
			),
			array( 'status' => 404 )
		);
	}
	$title = preg_match( '#<title>(.*?)</title>#s', $html, $named ) ? $named[1] : $found[1];
	return array(
		'url'   => $base,
		'tag'   => $found[1],
		'title' => sanitize_text_field( html_entity_decode( $title, ENT_QUOTES | ENT_HTML5, 'UTF-8' ) ),
		// What an author without `unfiltered_html` may write, whoever writes: saving changes nothing in it.
		'words' => wp_kses_post( with_whole_addresses( $found[2], $base ) ),
	);
}

/**
 * Gives pictures and links in a story's words their whole addresses.
 *
 * @param string $html The words.
 * @param string $base The address of the folder that they come from.
 * @return string
 */
function with_whole_addresses( $html, $base ) {
	$whole = function ( $address ) use ( $base ) {
		if ( '' === $address || preg_match( '~^([a-z][a-z0-9+.-]*:|//|#)~i', $address ) ) {
			return $address;
		}
		if ( '/' === $address[0] ) {
			return preg_replace( '#^(https?://[^/]+)/.*$#', '$1', $base ) . $address;
		}
		return $base . preg_replace( '#^\./#', '', $address );
	};
	return preg_replace_callback(
		'/<[a-z](?:[^>"]|"[^"]*")*>/i',
		function ( $tag ) use ( $whole ) {
			return preg_replace_callback(
				'/ (src|href|poster|srcset)="([^"]*)"/',
				function ( $attribute ) use ( $whole ) {
					list( , $name, $value ) = $attribute;
					$parts                  = 'srcset' === $name ? preg_split( '/,\s+/', $value ) : array( $value );
					return ' ' . $name . '="' . implode( ', ', array_map( $whole, $parts ) ) . '"';
				},
				$tag[0]
			);
		},
		$html
	);
}
