<?php
/**
 * Settings → Communiqué: the places that stories may come from.
 *
 * @package Communique
 */

namespace Communique;

defined( 'ABSPATH' ) || exit;

/**
 * Registers the option.
 */
function register_settings() {
	register_setting(
		'communique',
		OPTION,
		array(
			'type'              => 'string',
			'default'           => '',
			'sanitize_callback' => __NAMESPACE__ . '\sanitize_places',
		)
	);
}
add_action( 'admin_init', __NAMESPACE__ . '\register_settings' );

/**
 * Cleans the list, and names what is no place.
 *
 * @param mixed $text The lines.
 * @return string
 */
function sanitize_places( $text ) {
	// An administrator of one site of a network may not write script, and so may not list where script comes from.
	if ( is_user_logged_in() && ! may_set_places() ) {
		return get_option( OPTION, '' );
	}
	foreach ( preg_split( '/[\s,]+/', is_string( $text ) ? $text : '', -1, PREG_SPLIT_NO_EMPTY ) as $line ) {
		if ( ! read_places( $line ) && function_exists( 'add_settings_error' ) ) {
			/* translators: %s: what was written. */
			add_settings_error( OPTION, 'communique_place', sprintf( __( '“%s” is no place, and was left out. Write a host, or a host with a path.', 'communique' ), $line ) );
		}
	}
	return implode( "\n", read_places( $text ) );
}

/**
 * Adds the page to the menu.
 */
function add_settings_page() {
	if ( may_set_places() ) {
		add_options_page( 'Communiqué', 'Communiqué', 'manage_options', 'communique', __NAMESPACE__ . '\settings_page' );
	}
}
add_action( 'admin_menu', __NAMESPACE__ . '\add_settings_page' );

/**
 * The page.
 */
function settings_page() {
	$is_fixed = defined( 'COMMUNIQUE_PLACES' );
	?>
	<div class="wrap">
		<h1>Communiqué</h1>
		<form action="options.php" method="post">
			<?php settings_fields( 'communique' ); ?>
			<h2><label for="communique-places"><?php esc_html_e( 'Places that stories may come from', 'communique' ); ?></label></h2>
			<p id="communique-help">
				<?php esc_html_e( 'One in a line: a host, or a host with a path. Every author can then show stories from there, and a story is script that runs in your pages. List only places where nobody else can put files; of a host that many share, list your own folder.', 'communique' ); ?>
			</p>
			<textarea id="communique-places" name="<?php echo esc_attr( OPTION ); ?>" rows="6" class="large-text code" aria-describedby="communique-help" placeholder="stories.example&#10;static.example/our-desk/"<?php disabled( $is_fixed ); ?>><?php echo esc_textarea( implode( "\n", listed_places() ) ); ?></textarea>
			<?php if ( $is_fixed ) : ?>
				<p><?php esc_html_e( 'The list is set in wp-config.php, by COMMUNIQUE_PLACES.', 'communique' ); ?></p>
			<?php else : ?>
				<?php submit_button(); ?>
			<?php endif; ?>
		</form>
	</div>
	<?php
}
