// Frameworks as other resources meet them: their exports and events, in the order in which they really raise them.

/** A framework's resource. Besides its own exports it has those by which a test drives it. */
export interface FrameworkScript {
  /** Name and version. */
  readonly title: string;
  /** As we show it. */
  readonly label: string;
  readonly resource: string;
  readonly metadata: Readonly<Record<string, string>>;
  /** Exports `load(id, job, grade, isOnDuty)`, `setJob(…)`, `unload(id)` and `fail(how)` (`throw`, `promise`, `junk`). */
  readonly script: string;
}

/** Common to all: characters by player, and ways to fail. */
const COMMON = `
  const characters = {};
  let failing = null;
  const answer = (value) => {
    if (failing === 'throw') throw new Error('framework is broken');
    if (failing === 'promise') return Promise.resolve(value);
    return failing === 'junk' ? { something: 'else' } : value;
  };
  exports('fail', (how) => { failing = how; });
`;

const ESX = `${COMMON}
  const toJob = (name, grade, onDuty) => ({ id: 1, name, label: name, grade, grade_name: 'x', onDuty });
  const toPlayer = (id, job) => ({
    source: id, name: 'Ada Lovelace', job, inventory: [],
    getJob: () => characters[id].job, setJob: () => {}, triggerEvent: () => {},
  });
  exports('getSharedObject', () => ({
    Players: characters,
    Jobs: {},
    GetPlayerFromId: (id) => answer(characters[id] ?? null),
  }));
  exports('load', (id, ...job) => {
    characters[id] = toPlayer(id, toJob(...job));
    emit('esx:playerLoaded', id, characters[id], false);
  });
  exports('setJob', (id, ...job) => {
    const before = characters[id].job;
    characters[id].job = toJob(...job);
    emit('esx:setJob', id, characters[id].job, before);
  });
  exports('unload', (id) => {
    emit('esx:playerLogout', id);
    emit('esx:playerDropped', id, 'esx_player_logout');
    delete characters[id];
  });
`;

const QB = `${COMMON}
  const toJob = (name, grade, onduty) => ({ name, label: name, onduty, grade: { name: 'x', level: grade } });
  const toPlayer = (id, job) => ({
    PlayerData: { source: id, job, charinfo: { firstname: 'Ada', lastname: 'Lovelace' } },
    Functions: { GetName: () => 'Ada Lovelace', SetJobDuty: () => {} },
  });
  const getPlayer = (id) => answer(characters[id]);
  exports('load', (id, ...job) => {
    characters[id] = toPlayer(id, toJob(...job));
    emit('QBCore:Server:PlayerLoaded', characters[id]);
  });
  exports('setJob', (id, name, grade, onduty) => {
    const before = characters[id].PlayerData.job;
    const isDutyOnly = before.name === name && before.grade.level === grade;
    characters[id].PlayerData.job = toJob(name, grade, onduty);
    if (isDutyOnly) emit('QBCore:Server:SetDuty', id, onduty);
    else emit('QBCore:Server:OnJobUpdate', id, characters[id].PlayerData.job);
  });
  exports('unload', (id) => {
    emit('QBCore:Server:OnPlayerUnload', id);
    delete characters[id];
  });
`;

const OX = `${COMMON}
  class OxPlayer {
    #groups = {};
    #metadata = {};
    constructor(source) { this.source = source; this.charId = 7; }
    set(key, value) { this.#metadata[key] = value; }
    get(key) { return this.#metadata[key]; }
    getGroups() { return this.#groups; }
    call(method, ...args) { return this[method](...args); }
  }
  exports('GetPlayer', (id) => answer(characters[id]));
  exports('CallPlayer', (id, method, ...args) => characters[id].call(method, ...args));
  function setGroup(id, name, grade, isActive) {
    const player = characters[id];
    for (const other of Object.keys(player.getGroups())) delete player.getGroups()[other];
    player.getGroups()[name] = grade;
    player.set('activeGroup', isActive ? name : undefined);
  }
  exports('load', (id, ...group) => {
    characters[id] = new OxPlayer(id);
    characters[id].set('name', 'Ada Lovelace');
    setGroup(id, ...group);
    emit('ox:playerLoaded', id, 3, 7);
  });
  exports('setJob', (id, name, grade, isActive) => {
    setGroup(id, name, grade, isActive);
    emit('ox:setGroup', id, name, grade);
    emit('ox:setActiveGroup', id, isActive ? name : undefined, undefined);
  });
  exports('unload', (id) => {
    emit('ox:playerLogout', id, 3, 7);
    delete characters[id].charId;
  });
`;

const EXPORTED = `exports('GetPlayer', getPlayer);`;
const IN_CORE = `exports('GetCoreObject', () => ({ Functions: { GetPlayer: getPlayer }, Players: characters }));`;

export const frameworkScripts: readonly FrameworkScript[] = [
  { title: 'ESX 1.13', label: 'ESX', resource: 'es_extended', metadata: {}, script: ESX },
  { title: 'QBCore 1.3', label: 'QBCore', resource: 'qb-core', metadata: {}, script: QB + EXPORTED },
  { title: 'QBCore 1.2', label: 'QBCore', resource: 'qb-core', metadata: {}, script: QB + IN_CORE },
  {
    title: 'Qbox 1.23',
    label: 'Qbox',
    resource: 'qbx_core',
    metadata: { provide: 'qb-core' },
    script: QB + EXPORTED,
  },
  { title: 'ox_core 1.5', label: 'ox_core', resource: 'ox_core', metadata: {}, script: OX },
];
