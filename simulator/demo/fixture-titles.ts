// What the recorded events in test/fixtures/cad that are no part of the story are called, by group, in the order shown.

/** Titles by file name, by group. */
export const fixtureTitles: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '911 calls': {
    '04v_911_docs_array_sibling_metadata': '911 call from the website',
    '06v_remove_911_docs_array': 'Remove 911 #302 and #303',
  },
  'Dispatch calls': {
    '05v_dispatch_new_docs_array_notes_string': 'New dispatch call, older shape',
    '11v_dispatch_edit_flat': 'Call changed, flat shape',
    '10v_dispatch_note_legacy_string': 'Note added, older shape',
    '07v_unit_attach_multiple': 'Two units attached',
    '29v_unit_detach_multiple': 'Two units detached',
    '30v_dispatch_closed_unknown_first': 'Calls closed, one of them unknown',
  },
  Units: {
    '02v_unit_login_data_array': 'Iris logs in, list shape',
    '08v_unit_status_docs_array_number': 'Status changed, list shape',
    '08v_unit_status_units_variant': 'Status changed, units shape',
    '12v_unit_panic_docs_array': 'Panic of two units',
    '22v_group_add_both': 'Two units join a group',
    '31v_unit_logout_docs_array': 'Tom logs out, list shape',
  },
  'Alerts and signs': {
    '15v_tone_all_units': 'Tone for all units',
    '18v_pager_addresses_only': 'Pager message by address',
    '14v_toggle_bodycam_number_ident_string_state': 'Body camera off',
  },
  'Records and accounts': {
    '21v_record_remove_empty': 'Record removed, empty shape',
    '25v_char_selected_sync_id': 'Character selected, by sync id',
  },
  'Older and odd shapes': {
    '90_legacy_event_dispatch': 'Old dispatch event',
    '91_legacy_unit_call_clear': 'Old call clear event',
    '95_envelope_case_insensitive': 'Key and type in lower case',
  },
  'Wrong on purpose': {
    '97_bad_key': 'Wrong key',
    '97v_missing_key': 'No key',
    '98_missing_type': 'No type',
    '98v_data_null': 'No data',
    '96_unknown_type': 'Unknown type',
    '99_malformed': 'Cut off in the middle',
  },
};
