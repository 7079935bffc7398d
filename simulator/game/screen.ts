// Natives about the screen, the HUD and the pause menu.
import type { Definition } from './define.ts';
import { native } from './define.ts';
import type { GameContext, GameScreen } from './types.ts';

export interface Screen {
  readonly definitions: Readonly<Record<string, Definition>>;
  readonly aliases: Readonly<Record<string, string>>;
  readonly screen: GameScreen;
}

/** Declares the natives; `isPaused` tells whether the pause menu is open. */
export function createScreen({ now, changed }: GameContext, isPaused: () => boolean): Screen {
  const screen: GameScreen = {
    width: 1920,
    height: 1080,
    safeZone: 1,
    fadedOut: false,
    hudHidden: false,
    radarHidden: false,
    bigmap: false,
  };
  const startedAt = now();
  const aspect = native(['bool'], () => screen.width / screen.height);
  const yes = native([], () => true);
  const no = native([], () => false);
  const isControl = native(['int', 'int'], () => false);
  return {
    screen,
    definitions: {
      IsPauseMenuActive: native([], isPaused),
      IsScreenFadedOut: native([], () => screen.fadedOut),
      IsScreenFadedIn: native([], () => !screen.fadedOut),
      IsScreenFadingIn: no,
      IsScreenFadingOut: no,
      IsHudHidden: native([], () => screen.hudHidden),
      IsRadarHidden: native([], () => screen.radarHidden),
      IsRadarEnabled: native([], () => !screen.radarHidden),
      IsMinimapRendering: native([], () => !screen.radarHidden && !screen.hudHidden),
      IsHudPreferenceSwitchedOn: yes,
      IsRadarPreferenceSwitchedOn: yes,
      IsBigmapActive: native([], () => screen.bigmap),
      IsWarningMessageActive: no,
      DisplayHud: native(['bool'], (_, shown) => {
        screen.hudHidden = !shown;
        changed();
      }),
      DisplayRadar: native(['bool'], (_, shown) => {
        screen.radarHidden = !shown;
        changed();
      }),
      SetBigmapActive: native(['bool', 'bool'], (_, isBig) => {
        screen.bigmap = isBig;
        changed();
      }),
      GetAspectRatio: aspect,
      GetSafeZoneSize: native([], () => screen.safeZone),
      GetActiveScreenResolution: native([], () => [screen.width, screen.height]),
      // Fixed in the game itself, whatever the real resolution.
      GetScreenResolution: native([], () => [1280, 720]),
      // There is no camera: nothing in the world is on the screen.
      GetScreenCoordFromWorldCoord: native(['float', 'float', 'float'], () => [false, -1, -1]),
      GetGameTimer: native([], () => Math.trunc(now() - startedAt)),
      GetCloudTimeAsInt: native([], () => Math.trunc(now() / 1000)),
      IsControlPressed: isControl,
      IsControlJustPressed: isControl,
      IsControlJustReleased: isControl,
      IsDisabledControlPressed: isControl,
      IsDisabledControlJustPressed: isControl,
      IsDisabledControlJustReleased: isControl,
      DisableControlAction: native(['int', 'int', 'bool'], () => {}),
      EnableControlAction: native(['int', 'int', 'bool'], () => {}),
      DisableAllControlActions: native(['int'], () => {}),
    },
    aliases: {
      GetScreenAspectRatio: 'GetAspectRatio',
      World3dToScreen2d: 'GetScreenCoordFromWorldCoord',
    },
  };
}
