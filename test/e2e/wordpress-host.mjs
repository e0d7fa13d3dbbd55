// A WordPress of its own for the tests: Debian's files in a temporary folder, with a MariaDB and a PHP that end with it.
import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onPath } from '../../bin/build/chromium.mjs';
import { pluginZip } from '../../scripts/wordpress.mjs';

const execute = promisify(execFile);

const installed = '/usr/share/wordpress';

/** The packages that a test here asks of Debian. */
const packages =
  'wordpress wordpress-theme-twentytwentyone wordpress-theme-twentytwentythree mariadb-server-core php-cli php-mysql php-xml';

/** What is missing for a WordPress, and how to add it; empty where nothing is. */
export const missing = [
  existsSync(join(installed, 'wp-load.php')) ? '' : 'WordPress',
  onPath('php') ? '' : 'PHP',
  // Debian keeps it where only root's search path looks.
  onPath('mariadbd') || existsSync('/usr/sbin/mariadbd') ? '' : 'MariaDB',
]
  .filter(Boolean)
  .map(
    (name) =>
      `${name} was not there; to add it: apt-get install --no-install-recommends ${packages}`,
  )
  .join('; ');

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Asks until there is an answer. */
async function answered(ask, program) {
  for (;;) {
    if (program.exitCode !== null) throw new Error(`It ended with ${program.exitCode}.`);
    const found = await ask().catch(() => undefined);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const config = (socket, url) => `<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:${socket}' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'WP_HOME', '${url}' );
define( 'WP_SITEURL', '${url}' );
define( 'AUTH_KEY', 'of a test' );
// Nothing goes out, and nothing is done unasked.
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'WP_ACCESSIBLE_HOSTS', '127.0.0.1' );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'FS_METHOD', 'direct' );
// Notices and warnings are errors of ours.
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_DEBUG_LOG', __DIR__ . '/debug.log' );
$table_prefix = 'wp_';
define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
`;

/** WordPress asks only the usual ports; the tests' have any number. */
const mustUse = `<?php
add_filter( 'http_allowed_safe_ports', function ( $ports, $host, $url ) {
	return array_merge( $ports, array( wp_parse_url( $url, PHP_URL_PORT ) ) );
}, 10, 3 );
`;

/** What a web server's configuration does: files as they are, everything else by index.php. */
const router = `<?php
$path = parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH );
if ( is_dir( __DIR__ . $path ) && '/' === substr( $path, -1 ) && is_file( __DIR__ . $path . 'index.php' ) ) {
	return false;
}
if ( is_file( __DIR__ . $path ) ) {
	return false;
}
require __DIR__ . '/index.php';
`;

const install = `
define( 'WP_INSTALLING', true );
require 'wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'The Paper', 'admin', 'admin@paper.example', false, '', 'secret' );
`;

const setUp = `
require_once ABSPATH . 'wp-admin/includes/file.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
WP_Filesystem();
$done = unzip_file( $given['zip'], WP_PLUGIN_DIR );
if ( is_wp_error( $done ) ) { throw new Exception( $done->get_error_message() ); }
activate_plugin( 'communique/communique.php' );
update_option( 'permalink_structure', '' );
wp_insert_user( array( 'user_login' => 'author', 'user_pass' => 'secret', 'user_email' => 'author@paper.example', 'role' => 'author' ) );
foreach ( get_users() as $user ) {
	update_user_meta( $user->ID, $GLOBALS['wpdb']->get_blog_prefix() . 'persisted_preferences', array(
		'core/edit-post' => array( 'welcomeGuide' => false, 'fullscreenMode' => true ),
		'_modified' => '2022-01-01T00:00:00.000Z',
	) );
}
`;

/**
 * Starts a WordPress with the plugin, an administrator "admin" and an author "author", both with the password "secret".
 * @returns its address `url`; `php`, which runs PHP in it; `folder`; and `close`
 */
export async function startWordPress() {
  const folder = mkdtempSync(join(tmpdir(), 'communique-wordpress-'));
  const site = join(folder, 'site');
  const data = join(folder, 'data');
  const socket = join(folder, 'sql');
  const running = [];
  const start = (program, args, options = {}) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true, ...options });
    running.push(child);
    return child;
  };
  const close = async () => {
    for (const child of running) {
      const ended = child.exitCode === null && child.signalCode === null && once(child, 'exit');
      // With the processes that it has started.
      if (ended) process.kill(-child.pid, 'SIGKILL');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
    const made = spawnSync(
      'mariadb-install-db',
      [
        '--no-defaults',
        ...asRoot,
        `--datadir=${data}`,
        '--auth-root-authentication-method=normal',
        '--skip-test-db',
        '--skip-name-resolve',
      ],
      { encoding: 'utf8' },
    );
    if (made.status !== 0) throw new Error(made.stderr || made.stdout || String(made.error));
    const database = start(onPath('mariadbd') ?? '/usr/sbin/mariadbd', [
      '--no-defaults',
      ...asRoot,
      `--datadir=${data}`,
      `--socket=${socket}`,
      `--pid-file=${join(folder, 'sql.pid')}`,
      '--skip-networking',
      '--skip-log-bin',
      // The data is thrown away: it need not outlive a crash.
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-flush-method=nosync',
    ]);
    // Links lead out of the folder, and PHP would take its place for that of the file that they lead to.
    cpSync(installed, site, {
      recursive: true,
      dereference: true,
      filter: (file) => !/\/(wp-config\.php|\.htaccess|wp-content\/plugins\/akismet)$/.test(file),
    });
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    writeFileSync(join(site, 'wp-config.php'), config(socket, url));
    writeFileSync(join(site, 'router.php'), router);
    mkdirSync(join(site, 'wp-content', 'mu-plugins'));
    writeFileSync(join(site, 'wp-content', 'mu-plugins', 'ports.php'), mustUse);
    const zipFile = join(folder, 'plugin.zip');
    writeFileSync(zipFile, pluginZip());

    const run = async (code) => {
      const env = { ...process.env, HTTP_HOST: `127.0.0.1:${port}` };
      const options = { cwd: site, env, maxBuffer: 2 ** 26 };
      const { stdout } = await execute('php', ['-d', 'display_errors=stderr', '-r', code], options);
      return stdout;
    };
    const sql = (statement) =>
      run(
        `mysqli_report(MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT); (new mysqli('localhost', 'root', '', '', 0, '${socket}'))->query('${statement}');`,
      );
    await answered(async () => {
      await sql('CREATE DATABASE wordpress');
      return true;
    }, database);
    let calls = 0;
    /**
     * Runs PHP in WordPress. `$given` is what was given.
     * @param code its `return` is what is returned
     * @param options.as the login of who does it
     */
    const php = async (code, given = {}, { as = 'admin' } = {}) => {
      // In a file: an argument has a limit.
      const file = join(folder, `given-${calls++}.json`);
      writeFileSync(file, JSON.stringify(given));
      const stdout = await run(`
        $_SERVER['HTTP_HOST'] = getenv('HTTP_HOST');
        require 'wp-load.php';
        wp_set_current_user(get_user_by('login', '${as}')->ID);
        $given = json_decode(file_get_contents('${file}'), true);
        echo '<<<' . wp_json_encode((function () use ($given) { ${code} })());
      `);
      return JSON.parse(/<<<([\s\S]*)$/.exec(stdout)[1]);
    };
    await run(`$_SERVER['HTTP_HOST'] = getenv('HTTP_HOST'); ${install}`);
    await php(setUp, { zip: zipFile });
    const server = start('php', ['-S', `127.0.0.1:${port}`, '-t', site, join(site, 'router.php')], {
      cwd: site,
      env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' },
    });
    await answered(async () => (await fetch(`${url}/wp-login.php`)).ok, server);
    return { url, php, folder: site, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Publishes posts, of which WordPress lets through what this person may write; returns their numbers. */
export const publishIn = (wp, contents, as = 'author') =>
  wp.php(
    `return array_map(function ($content) {
      return wp_insert_post(wp_slash(array('post_title' => 'A post', 'post_status' => 'publish', 'post_content' => $content)));
    }, $given);`,
    contents,
    { as },
  );
