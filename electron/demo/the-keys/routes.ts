/** The resource routes of The Keys demo cloud, behind a token that was already checked. */
import type { Result } from '../../../shared/result.ts';
import { html, type DemoAnswer, type DemoRequest } from '../http/answer.ts';
import type { DemoLock, DemoShare, TheKeysSeed } from '../seed.ts';
import type { DemoDoors } from './doors.ts';
import { failure, missingShare, success } from './errors.ts';
import { parseShareForm, type ShareForm } from './form.ts';
import type { ShareStore } from './shares.ts';
import type { TheKeysSwitches } from './switches.ts';
import { accessoryDetailJson, codeJson, idJson, lockDetailJson, sharesJson, userJson } from './wire.ts';

export const BASE = '/fr/api/v2/';

export interface RouteContext {
  readonly seed: TheKeysSeed;
  readonly store: ShareStore;
  readonly doors: DemoDoors;
  readonly switches: TheKeysSwitches;
  readonly nowMs: number;
}

/** The lock whose codes a path lists; null for every other path. */
export function listedLock(path: string): number | null {
  const [, id] = /^\/fr\/api\/v2\/partage\/all\/serrure\/(\d{1,15})$/.exec(path) ?? [];
  return id === undefined ? null : Number(id);
}

/** Any other path gets the web site's HTML 404, whatever the switches say. */
export function route(request: DemoRequest, context: RouteContext): DemoAnswer {
  const path = request.path.slice(BASE.length);
  return (
    (request.method === 'GET' ? readRoute(path, context) : null) ??
    (request.method === 'POST' ? writeRoute(path, request, context) : null) ??
    html(404, '404 Not Found')
  );
}

function readRoute(path: string, context: RouteContext): DemoAnswer | null {
  const { seed, store, doors, switches, nowMs } = context;
  const behind = { doors, switches, nowMs, learned: (lock: DemoLock) => store.learned(lock, switches) };
  const [, kind, argument = ''] = /^(utilisateur\/get|serrure\/get|accessoire\/get|partage\/all\/serrure)\/([^/]+)$/.exec(path) ?? [];
  switch (kind) {
    case 'utilisateur/get': {
      if (decodePath(argument) !== seed.credentials.username) return success(null);
      const own = store.locks().filter((lock) => lock.foreign !== true);
      return success(userJson(seed, own, behind));
    }
    case 'serrure/get':
      return withLock(argument, context, (lock) => success(lockDetailJson(lock, behind)));
    case 'partage/all/serrure':
      return withLock(argument, context, (lock) => success(sharesJson(store.listed(lock.id, switches), seed, switches)));
    case 'accessoire/get': {
      const accessories = store.locks().flatMap((lock) => lock.accessories);
      const accessory = accessories.find((one) => String(one.id) === argument);
      return success(accessory === undefined ? null : accessoryDetailJson(accessory, behind));
    }
    default:
      return null;
  }
}

function writeRoute(path: string, request: DemoRequest, context: RouteContext): DemoAnswer | null {
  const { store, switches } = context;
  const [, lockId, keypadId] = /^partage\/create\/(\d+)\/accessoire\/([^/]+)$/.exec(path) ?? [];
  if (lockId !== undefined && keypadId !== undefined) {
    return withLock(lockId, context, (lock) => createShare(lock, decodePath(keypadId), request, context));
  }
  const [, action, shareIdText] = /^partage\/accessoire\/(update|delete)\/(\d{1,15})$/.exec(path) ?? [];
  if (action === undefined) return null;
  const share = store.share(Number(shareIdText));
  if (share === null) return missingShare(switches);
  return withLock(String(share.lockId), context, () => {
    if (action === 'delete') {
      store.remove(share.id, 'request');
      return success(writeData(share.id, switches));
    }
    return submit(
      request,
      switches,
      (form) => store.update(share, form, switches),
      () => writeData(share.id, switches),
    );
  });
}

function createShare(lock: DemoLock, keypadId: string, request: DemoRequest, { store, switches }: RouteContext): DemoAnswer {
  const accessory = lock.accessories.find((one) => one.stringId === keypadId);
  if (accessory === undefined) {
    const isNumericId = lock.accessories.some((one) => String(one.id) === keypadId);
    const asFormError = isNumericId && switches.numericKeypadId === 'form-error';
    return asFormError ? failure(400, switches, ['accessoire: not a valid choice']) : failure(404, switches);
  }
  return submit(
    request,
    switches,
    (form) => store.create(lock, accessory, form, switches),
    (share) => {
      if (switches.createData === 'null') return null;
      const id = idJson(share.id, switches);
      return switches.createData === 'id-only' ? { id } : { id, code: codeJson(share, switches) };
    },
  );
}

function withLock(idText: string, { store, switches }: RouteContext, answer: (lock: DemoLock) => DemoAnswer): DemoAnswer {
  const lock = /^\d{1,15}$/.test(idText) ? store.lock(Number(idText)) : null;
  if (lock === null) return failure(404, switches);
  return lock.foreign === true ? failure(switches.foreignLock === 'forbidden' ? 403 : 404, switches) : answer(lock);
}

function submit(
  request: DemoRequest,
  switches: TheKeysSwitches,
  save: (form: ShareForm) => Result<DemoShare, readonly string[]>,
  data: (share: DemoShare) => unknown,
): DemoAnswer {
  const form = parseShareForm(request.body.toString('utf8'), request.headers['content-type'] ?? '', switches);
  const share = form.ok ? save(form.value) : form;
  return share.ok ? success(data(share.value)) : failure(400, switches, share.error);
}

function writeData(id: number, switches: TheKeysSwitches): unknown {
  const data = { id: { id: idJson(id, switches) }, null: null, 'empty-list': [] };
  return data[switches.writeData];
}

/** "" for a broken encoding. */
function decodePath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
