<?php
/**
 * An address of a story, alone in a line or in the Embed block, shows the story.
 *
 * The places of stories serve files and answer no oEmbed request, so this is a handler of WordPress' own: it knows the
 * story's words from when the post was saved, and asks nobody when a page is shown.
 *
 * @package Communique
 */

namespace Communique;

defined( 'ABSPATH' ) || exit;

/** The height of a story in an editor: one that follows its content would follow a scroll-driven story without end. */
const PREVIEW_HEIGHT = 500;

/**
 * Registers the places of stories for embedding.
 */
function register_embeds() {
	$places = listed_places();
	foreach ( array( 'http', 'https' ) as $scheme ) {
		$places[] = set_url_scheme( uploads()['url'], $scheme );
	}
	$quoted = array_map(
		function ( $place ) {
			return preg_quote( $place, '#' );
		},
		array_unique( $places )
	);
	wp_embed_register_handler( 'communique', '#^(?:' . implode( '|', $quoted ) . ')#i', __NAMESPACE__ . '\embed' );
}

/**
 * Shows an address.
 *
 * @param string[] $found      What the pattern matched.
 * @param array    $attributes Width and height of the place.
 * @param string   $address    The address.
 * @return string|false
 */
function embed( $found, $attributes, $address ) {
	$base = allowed_address( $address );
	if ( is_wp_error( $base ) ) {
		return false;
	}
	// Paragraphs are made after this, and would take the story apart. Shortcodes are read after them.
	if ( doing_filter( 'the_content' ) || doing_filter( 'widget_text_content' ) ) {
		return sprintf( "\n\n[communique url=\"%s\"]\n\n", $base );
	}
	return preview( $base );
}

/**
 * A story in an editor.
 *
 * @param string $base The address of its folder.
 * @return string
 */
function preview( $base ) {
	return sprintf(
		'<iframe src="%s" title="%s" height="%3$d" style="width: 100%%; height: %3$dpx; border: 0"></iframe>',
		esc_url( $base . 'index.html' ),
		esc_attr__( 'Story', 'communique' ),
		PREVIEW_HEIGHT
	);
}

/**
 * Answers the editor, which would look for an oEmbed address in the story's page and get a frame that grows.
 *
 * @param mixed            $result  What another plugin has answered.
 * @param \WP_REST_Request $request The request; whoever sent it may use it.
 * @param string           $route   Its route.
 * @return mixed
 */
function answer_editor( $result, $request, $route ) {
	if ( null !== $result || '/oembed/1.0/proxy' !== $route ) {
		return $result;
	}
	$base = allowed_address( $request['url'] );
	if ( is_wp_error( $base ) ) {
		return $result;
	}
	return array(
		'version'       => '1.0',
		'type'          => 'rich',
		'provider_name' => 'Communiqué',
		'height'        => PREVIEW_HEIGHT,
		'html'          => preview( $base ),
	);
}
add_filter( 'rest_dispatch_request', __NAMESPACE__ . '\answer_editor', 10, 3 );
