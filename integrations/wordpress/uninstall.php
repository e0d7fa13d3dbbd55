<?php
/**
 * Takes away what the plugin has stored. Uploaded stories stay, as pictures in the media library do: posts show their
 * pictures.
 *
 * @package Communique
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

/**
 * Takes it away from one site.
 */
function communique_uninstall() {
	delete_option( 'communique_places' );
	delete_post_meta_by_key( '_communique_stories' );
}

if ( is_multisite() ) {
	foreach ( get_sites(
		array(
			'fields' => 'ids',
			'number' => 0,
		)
	) as $communique_site ) {
		switch_to_blog( $communique_site );
		communique_uninstall();
		restore_current_blog();
	}
} else {
	communique_uninstall();
}
