<?php
/**
 * Fetches the words of the stories that a post names, when the post is saved.
 *
 * A block brings its words along. A shortcode and an address have none, so the post keeps them beside its content.
 *
 * @package Communique
 */

namespace Communique;

defined( 'ABSPATH' ) || exit;

/**
 * The addresses of stories that a post names in shortcodes, or alone in a line.
 *
 * @param string $content The post's content.
 * @return string[] Addresses of folders.
 */
function addresses_in( $content ) {
	$found = array();
	preg_match_all( '/' . get_shortcode_regex( array( 'communique' ) ) . '/', $content, $shortcodes, PREG_SET_ORDER );
	foreach ( $shortcodes as $shortcode ) {
		$attributes = shortcode_parse_atts( $shortcode[3] );
		$found[]    = isset( $attributes['url'] ) ? $attributes['url'] : '';
	}
	preg_match_all( '#^(?:<p[^>]*>)?\s*(https?://[^\s<>"]+)\s*(?:</p>)?\s*$#im', $content, $lines );
	preg_match_all( '#\[embed[^\]]*\]\s*(https?://[^\s<>"\[]+)\s*\[/embed\]#i', $content, $embeds );
	foreach ( array_merge( $lines[1], $embeds[1] ) as $address ) {
		$found[] = $address;
	}
	$bases = array_filter(
		array_map( __NAMESPACE__ . '\folder_address', $found ),
		function ( $base ) {
			return '' !== $base && ! is_wp_error( allowed_address( $base ) );
		}
	);
	return array_slice( array_values( array_unique( $bases ) ), 0, 20 );
}

/**
 * Keeps the words of a post's stories beside the post.
 *
 * @param int      $id   The post.
 * @param \WP_Post $post The same.
 */
function keep_stories( $id, $post ) {
	if ( wp_is_post_revision( $id ) || wp_is_post_autosave( $id ) ) {
		return;
	}
	$bases = addresses_in( $post->post_content );
	$kept  = get_post_meta( $id, META, true );
	$kept  = is_array( $kept ) ? $kept : array();
	$now   = array();
	foreach ( $bases as $base ) {
		$story = read_story( $base );
		if ( ! is_wp_error( $story ) ) {
			$now[ $base ] = $story;
		} elseif ( isset( $kept[ $base ] ) ) {
			// The place may be away for a while; the words that were there are better than none.
			$now[ $base ] = $kept[ $base ];
		}
	}
	if ( $now ) {
		update_post_meta( $id, META, wp_slash( $now ) );
	} elseif ( $kept ) {
		delete_post_meta( $id, META );
	}
}
add_action( 'save_post', __NAMESPACE__ . '\keep_stories', 10, 2 );
