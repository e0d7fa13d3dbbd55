<?php
/**
 * What a reader's page gets: the words in the story's tag, and the script that moves them.
 *
 * @package Communique
 */

namespace Communique;

defined( 'ABSPATH' ) || exit;

/**
 * Shows the block. The post holds the words; here they get the tag and the script.
 *
 * @param array  $attributes `url`, `tag` and `title`, which whoever writes the post can set to anything.
 * @param string $content    What the post holds.
 * @return string
 */
function render_block( $attributes, $content ) {
	$is_ours = preg_match( '#^\s*<div((?:[^>"]|"[^"]*")*)>(.*)</div>\s*$#s', $content, $found );
	$story   = array(
		'url'   => isset( $attributes['url'] ) ? $attributes['url'] : '',
		'tag'   => isset( $attributes['tag'] ) ? $attributes['tag'] : '',
		'title' => isset( $attributes['title'] ) ? $attributes['title'] : '',
		'words' => $is_ours ? $found[2] : '',
	);
	// WordPress keeps an anchor in the post's HTML alone.
	$anchor  = $is_ours && preg_match( '# id="([^"]*)"#', $found[1], $id ) ? array( 'id' => html_entity_decode( $id[1], ENT_QUOTES ) ) : array();
	return sprintf( '<div %s>%s</div>', get_block_wrapper_attributes( $anchor ), story_html( $story ) );
}

/**
 * Shows `[communique url="…" align="wide"]`.
 *
 * @param array|string $attributes What stands in it.
 * @return string
 */
function render_shortcode( $attributes ) {
	$attributes = shortcode_atts(
		array(
			'url'   => '',
			'align' => '',
		),
		$attributes,
		'communique'
	);
	$class = 'wp-block-communique-story';
	if ( in_array( $attributes['align'], array( 'wide', 'full' ), true ) ) {
		$class .= ' align' . $attributes['align'];
	}
	wp_enqueue_style( 'communique-story-style' );
	$base  = folder_address( $attributes['url'] );
	$kept  = get_post_meta( (int) get_the_ID(), META, true );
	$story = is_array( $kept ) && isset( $kept[ $base ] ) ? $kept[ $base ] : array( 'url' => $attributes['url'] );
	return sprintf( '<div class="%s">%s</div>', esc_attr( $class ), story_html( $story ) );
}

/**
 * A story as HTML, or its words alone where the script may not come.
 *
 * @param array $story `url`, `tag`, `title` and `words`; the words have passed KSES when they were saved.
 * @return string
 */
function story_html( $story ) {
	$story = array_merge(
		array(
			'url'   => '',
			'tag'   => '',
			'title' => '',
			'words' => '',
		),
		$story
	);
	$base  = allowed_address( $story['url'] );
	if ( is_wp_error( $base ) ) {
		// What is not allowed is asked for nothing, not even for a picture.
		return notice( $base->get_error_message() ) . preg_replace( '#</?(img|video|audio|source|track)\b(?:[^>"]|"[^"]*")*>#i', '', $story['words'] );
	}
	if ( is_feed() && '' !== $story['words'] ) {
		return $story['words'];
	}
	if ( ! is_tag( $story['tag'] ) ) {
		$title = is_string( $story['title'] ) && '' !== $story['title'] ? $story['title'] : $base;
		return notice( __( 'The words of this story are not here yet. Save the post once more.', 'communique' ) )
			. sprintf( '<p><a href="%s">%s</a></p>', esc_url( $base ), esc_html( $title ) )
			. $story['words'];
	}
	$script = wp_get_script_tag(
		array(
			'type' => 'module',
			'src'  => esc_url_raw( $base . $story['tag'] . '.js' ),
		)
	);
	return sprintf( '<%1$s>%2$s</%1$s>%3$s', $story['tag'], $story['words'], trim( $script ) );
}

/**
 * A message for those who can mend what is wrong; readers do not see it.
 *
 * @param string $message What is wrong.
 * @return string
 */
function notice( $message ) {
	$id = get_the_ID();
	if ( ! $id || ! current_user_can( 'edit_post', $id ) ) {
		return '';
	}
	return sprintf( '<p class="communique-notice"><strong>Communiqué:</strong> %s</p>', esc_html( $message ) );
}
