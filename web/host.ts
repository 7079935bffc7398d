// The page's way to its client script and back: the game's, or the window around it where a demo or a test plays the game.

import type { PageRequests } from '../shared/screen.ts';

export interface Host {
  /** Everything that is sent to the page, unread. */
  listen(run: (message: unknown) => void): void;
  /** Never throws and gives no answer: what it changes comes back as a message. */
  post<Name extends keyof PageRequests>(name: Name, body: PageRequests[Name]): void;
}

/** What a surrounding window receives for each request when the page was opened with `?host=parent`. */
export interface ParentRequest<Name extends keyof PageRequests = keyof PageRequests> {
  readonly type: 'sonorancad:request';
  readonly name: Name;
  readonly body: PageRequests[Name];
}

/** Set on the page's window by the game: the name of the resource that the page belongs to. */
interface GameWindow {
  readonly GetParentResourceName?: () => string;
}

/** The host of this window. A page that was opened by itself in a browser asks for nothing. */
export function createHost(window: Window): Host {
  const isFramed = new URLSearchParams(window.location.search).get('host') === 'parent';
  return isFramed ? createParentHost(window) : createGameHost(window);
}

/** `SendNUIMessage` arrives as a message event; NUI callbacks are requests to a host named after the resource. */
function createGameHost(window: Window & GameWindow): Host {
  return {
    listen: (run) => window.addEventListener('message', (event) => run(event.data)),
    post(name, body) {
      const resource = window.GetParentResourceName?.();
      if (!resource) return;
      // No content type of its own: it would have to be asked for first. A request fails when the resource is being
      // stopped; the browser notes that on its console, and the page is about to go too.
      window
        .fetch(`https://${resource}/${name}`, { method: 'POST', body: JSON.stringify(body) })
        .catch(ignore);
    },
  };
}

function createParentHost(window: Window): Host {
  return {
    listen(run) {
      window.addEventListener('message', (event) => {
        if (event.source === window.parent) run(event.data);
      });
    },
    post(name, body) {
      const request: ParentRequest = { type: 'sonorancad:request', name, body };
      window.parent.postMessage(request, '*');
    },
  };
}

const ignore = () => undefined;
