// The floor of a client: what the shortest script would do that shows calls on the map and tells them to a page.

/** No settings, no texts in languages, no cards that come and go, no routes, nothing that is checked. */
export const FLOOR_SCRIPT = `
  const blips = new Map();
  onNet('sonorancad:delivery', (delivery) => {
    if (delivery.reset) {
      for (const blip of blips.values()) RemoveBlip(blip);
      blips.clear();
    }
    for (const call of delivery.calls ?? []) {
      const { x, y, z } = call.position;
      let blip = blips.get(call.key);
      if (blip === undefined) {
        blip = AddBlipForCoord(x, y, z ?? 0);
        blips.set(call.key, blip);
        SetBlipSprite(blip, 161);
        SetBlipColour(blip, 3);
        SetBlipScale(blip, 0.9);
        SetBlipAsShortRange(blip, true);
        BeginTextCommandSetBlipName('STRING');
        AddTextComponentSubstringPlayerName('#' + call.dispatchId + ' ' + call.title);
        EndTextCommandSetBlipName(blip);
      } else SetBlipCoords(blip, x, y, z ?? 0);
    }
    if (delivery.calls) SendNuiMessage(JSON.stringify({ type: 'calls', calls: delivery.calls }));
  });`;
