<?php
/**
 * Reads a zip into memory, within bounds.
 *
 * The reader of WordPress inflates a file before its size is known, and PHP's own is not on every host. This one takes
 * plain zips only, and gives up at the first oddity.
 *
 * @package Communique
 */

namespace Communique;

defined( 'ABSPATH' ) || exit;

/**
 * A zip.
 */
class Zip_Reader {
	/**
	 * Reads the files of a zip.
	 *
	 * @param string   $zip   The bytes of the zip.
	 * @param callable $takes Gets the name of a file: true to read it, false to pass over it, or a WP_Error to end.
	 * @param int      $most  How many bytes all files may have together.
	 * @return array|\WP_Error The bytes of each file by its name.
	 */
	public static function read( $zip, $takes, $most ) {
		$end = strrpos( substr( $zip, -65557 ), "PK\x05\x06" );
		if ( false === $end ) {
			return self::broken();
		}
		$end   += max( 0, strlen( $zip ) - 65557 );
		$record = self::numbers( 'vdisk/vstart/vhere/vcount/Vsize/Vplace', $zip, $end + 4, 16 );
		if ( ! $record || $record['disk'] || $record['count'] > 5000 ) {
			return self::broken();
		}
		$files = array();
		$at    = $record['place'];
		for ( $left = $record['count']; $left > 0; $left-- ) {
			$entry = self::numbers( 'Vsign/vmade/vneeds/vflags/vmethod/Vtime/Vcrc/Vpacked/Vsize/vname/vextra/vcomment/vdisk/vinner/Vouter/Vplace', $zip, $at, 46 );
			if ( ! $entry || 0x02014b50 !== $entry['sign'] ) {
				return self::broken();
			}
			$name = substr( $zip, $at + 46, $entry['name'] );
			$at  += 46 + $entry['name'] + $entry['extra'] + $entry['comment'];
			$take = '/' === substr( $name, -1 ) ? false : call_user_func( $takes, $name );
			if ( is_wp_error( $take ) ) {
				return $take;
			}
			if ( ! $take ) {
				continue;
			}
			$most -= $entry['size'];
			if ( $most < 0 ) {
				return new \WP_Error( 'communique_zip_large', __( 'What is in the zip is too large.', 'communique' ), array( 'status' => 413 ) );
			}
			$bytes = self::inflated( $zip, $entry );
			// A name that comes twice would be one file for whoever looks, and another for whoever writes.
			if ( null === $bytes || isset( $files[ $name ] ) ) {
				return self::broken();
			}
			$files[ $name ] = $bytes;
		}
		return $files;
	}

	/**
	 * The bytes of one file; null if they are not what the zip says of them.
	 *
	 * @param string $zip   The bytes of the zip.
	 * @param array  $entry What the zip says of the file.
	 * @return string|null
	 */
	private static function inflated( $zip, $entry ) {
		$head = self::numbers( 'Vsign/x22skip/vname/vextra', $zip, $entry['place'], 30 );
		if ( ! $head || 0x04034b50 !== $head['sign'] || $entry['flags'] & 1 ) {
			return null;
		}
		$bytes = substr( $zip, $entry['place'] + 30 + $head['name'] + $head['extra'], $entry['packed'] );
		if ( 8 === $entry['method'] ) {
			// Without the limit a small file could fill the memory.
			// phpcs:ignore WordPress.PHP.NoSilencedErrors.Discouraged -- A broken file gives a warning, and false.
			$bytes = 0 === $entry['size'] ? '' : @gzinflate( $bytes, $entry['size'] );
		} elseif ( 0 !== $entry['method'] ) {
			return null;
		}
		return is_string( $bytes ) && strlen( $bytes ) === $entry['size'] && crc32( $bytes ) === $entry['crc'] ? $bytes : null;
	}

	/**
	 * Reads numbers.
	 *
	 * @param string $format As for unpack().
	 * @param string $zip    The bytes of the zip.
	 * @param int    $at     Where they begin.
	 * @param int    $length How many bytes they have.
	 * @return array|false
	 */
	private static function numbers( $format, $zip, $at, $length ) {
		return $at >= 0 && $at + $length <= strlen( $zip ) ? unpack( $format, substr( $zip, $at, $length ) ) : false;
	}

	/**
	 * What to say of a zip that is none.
	 *
	 * @return \WP_Error
	 */
	private static function broken() {
		return new \WP_Error( 'communique_zip_broken', __( 'This is not a zip that can be read. Make a plain zip of the folder that “communique build” wrote.', 'communique' ), array( 'status' => 400 ) );
	}
}
