<?php
/**
 * Plugin Name:       Communiqué
 * Description:       Scroll-driven stories in posts and pages: a block, a shortcode and embedding by address.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            The Communiqué authors
 * License:           MIT
 * License URI:       https://opensource.org/licenses/MIT
 * Text Domain:       communique
 *
 * @package Communique
 */

namespace Communique;

defined( 'ABSPATH' ) || exit;

const VERSION = '0.1.0';

/** The option that holds the places that stories may come from, one in a line. */
const OPTION = 'communique_places';

/** What a post keeps of the stories that its shortcodes and addresses name. */
const META = '_communique_stories';

require_once __DIR__ . '/includes/address.php';
require_once __DIR__ . '/includes/story.php';
require_once __DIR__ . '/includes/render.php';
require_once __DIR__ . '/includes/posts.php';
require_once __DIR__ . '/includes/embed.php';
require_once __DIR__ . '/includes/class-zip-reader.php';
require_once __DIR__ . '/includes/upload.php';
require_once __DIR__ . '/includes/rest.php';
require_once __DIR__ . '/includes/settings.php';

/**
 * Registers the block and the shortcode.
 */
function register() {
	register_block_type( __DIR__ . '/block', array( 'render_callback' => __NAMESPACE__ . '\render_block' ) );
	wp_set_script_translations( 'communique-story-editor-script', 'communique' );
	add_shortcode( 'communique', __NAMESPACE__ . '\render_shortcode' );
	register_embeds();
}
add_action( 'init', __NAMESPACE__ . '\register' );

/**
 * Tells the editor what this person may do.
 */
function editor_settings() {
	$settings = array(
		'mayUpload'   => may_upload_stories(),
		'settingsUrl' => may_set_places() ? admin_url( 'options-general.php?page=communique' ) : '',
	);
	wp_add_inline_script(
		'communique-story-editor-script',
		'window.communiqueEditor = ' . wp_json_encode( $settings ) . ';',
		'before'
	);
}
add_action( 'enqueue_block_editor_assets', __NAMESPACE__ . '\editor_settings' );
