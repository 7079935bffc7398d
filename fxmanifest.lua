fx_version 'cerulean'
game 'gta5'

name 'sonorancad'
description 'Sonoran CAD push events in the game: calls, units and alerts for the right players'
version '0.1.0'
license 'MIT'

-- Artifacts before 2026 run scripts on Node 16 unless told otherwise.
node_version '22'

dependencies {
    '/server:12913',
}

-- [source copy] The release leaves out what stands between these two lines.
server_script 'server/fx/no-build.js'
-- [/source copy]

server_script 'dist/server.js'
client_script 'dist/client.js'

ui_page 'dist/web/index.html'
-- Only our own page may ask our client script for anything.
nui_callback_strict_mode 'true'

files {
    'locales/*.json',
    'dist/web/*',
}
