// Settings that people put into config.json out of habit, and where they belong: most are names of the official resource.

const TO_SERVER_CFG = (convar: string) => `it belongs into server.cfg: set ${convar} "..."`;

const PLACES: Readonly<Record<string, string>> = {
  apikey: TO_SERVER_CFG('sonoran_apiKey'),
  communityid: TO_SERVER_CFG('sonoran_communityID'),
  serverid: TO_SERVER_CFG('sonoran_serverId'),
  apiurl: TO_SERVER_CFG('sonoran_apiUrl'),
  notificationsystem: 'here it is called "notify.order"',
  debugmode: 'here the console lines are called "log.events"',
  apisendenabled: 'here it is called "rest.enabled"',
  primaryidentifier: 'all identifiers of players are compared, so that it is not needed',
};

/** Where a setting of that name belongs, in any letter case, or null. */
export function whereElse(name: string): string | null {
  const key = name.toLowerCase();
  return Object.hasOwn(PLACES, key) ? (PLACES[key] ?? null) : null;
}
