<?php
/**
 * What the block asks for: the words of a story, and a place for a zip.
 *
 * @package Communique
 */

namespace Communique;

defined( 'ABSPATH' ) || exit;

/**
 * Registers the routes.
 */
function register_routes() {
	register_rest_route(
		'communique/v1',
		'/story',
		array(
			'methods'             => 'GET',
			'permission_callback' => function () {
				return current_user_can( 'edit_posts' );
			},
			'args'                => array(
				'url' => array(
					'type'     => 'string',
					'required' => true,
				),
			),
			'callback'            => function ( $request ) {
				return rest_ensure_response( read_story( $request['url'] ) );
			},
		)
	);
	register_rest_route(
		'communique/v1',
		'/stories',
		array(
			'methods'             => 'POST',
			'permission_callback' => __NAMESPACE__ . '\may_upload_stories',
			'callback'            => __NAMESPACE__ . '\take_upload',
		)
	);
}
add_action( 'rest_api_init', __NAMESPACE__ . '\register_routes' );

/**
 * Takes an uploaded zip.
 *
 * @param \WP_REST_Request $request The request, with the zip as `story`.
 * @return \WP_REST_Response|\WP_Error
 */
function take_upload( $request ) {
	$files = $request->get_file_params();
	$file  = isset( $files['story'] ) ? $files['story'] : array();
	if ( ! isset( $file['tmp_name'], $file['error'] ) || UPLOAD_ERR_OK !== $file['error'] || ! is_uploaded_file( $file['tmp_name'] ) ) {
		return new \WP_Error( 'communique_no_zip', __( 'No zip has arrived. It may be larger than this server takes.', 'communique' ), array( 'status' => 400 ) );
	}
	return rest_ensure_response( unpack_story( $file['tmp_name'] ) );
}
