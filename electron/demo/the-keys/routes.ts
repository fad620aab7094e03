/** The resource routes of The Keys demo cloud, behind a token that was already checked. */
import type { LockId } from '../../../shared/domain/ids.ts';
import { decodeText, html } from '../http/answer.ts';
import type { DemoAnswer, DemoRequest } from '../http/answer.ts';
import type { DemoLock, TheKeysSeed } from '../seed.ts';
import { failure, missingShare, success } from './errors.ts';
import { parseShareForm } from './form.ts';
import type { ShareForm } from './form.ts';
import type { ShareOutcome, ShareStore } from './shares.ts';
import type { TheKeysSwitches } from './switches.ts';
import { accessoryDetailJson, codeJson, idJson, lockDetailJson, sharesJson, userJson } from './wire.ts';

export const BASE = '/fr/api/v2/';

export interface RouteContext {
  readonly seed: TheKeysSeed;
  readonly store: ShareStore;
  readonly switches: TheKeysSwitches;
  readonly nowMs: number;
}

/** The lock whose codes a path lists; null for every other path. */
export function listedLock(path: string): LockId | null {
  const [, id] = /^\/fr\/api\/v2\/partage\/all\/serrure\/(\d{1,15})$/.exec(path) ?? [];
  return id === undefined ? null : Number(id);
}

/** Paths that no client found to exist get the web site's HTML 404, whatever the switches say. */
export function route(request: DemoRequest, context: RouteContext): DemoAnswer {
  const path = request.path.slice(BASE.length);
  return (
    (request.method === 'GET' ? readRoute(path, context) : null) ??
    (request.method === 'POST' ? writeRoute(path, request, context) : null) ??
    html(404, '404 Not Found')
  );
}

function readRoute(path: string, context: RouteContext): DemoAnswer | null {
  const { seed, store, switches, nowMs } = context;
  const [, kind, argument = ''] = /^(utilisateur\/get|serrure\/get|accessoire\/get|partage\/all\/serrure)\/([^/]+)$/.exec(path) ?? [];
  switch (kind) {
    case 'utilisateur/get': {
      if (decodeText(argument, false) !== seed.credentials.username) return success(null);
      const own = store.locks().filter((lock) => lock.foreign !== true);
      return success(userJson(seed, own, nowMs, switches));
    }
    case 'serrure/get':
      return withLock(argument, context, (lock) => success(lockDetailJson(lock, nowMs, switches)));
    case 'partage/all/serrure':
      return withLock(argument, context, (lock) => success(sharesJson(store.shares(lock.id), seed, switches)));
    case 'accessoire/get': {
      const accessories = store.locks().flatMap((lock) => lock.accessories);
      const accessory = accessories.find((one) => String(one.id) === argument);
      return success(accessory === undefined ? null : accessoryDetailJson(accessory, nowMs, switches));
    }
    default:
      return null;
  }
}

function writeRoute(path: string, request: DemoRequest, context: RouteContext): DemoAnswer | null {
  const { store, switches } = context;
  const [, lockId, keypadId] = /^partage\/create\/(\d+)\/accessoire\/([^/]+)$/.exec(path) ?? [];
  if (lockId !== undefined && keypadId !== undefined) {
    return withLock(lockId, context, (lock) => createShare(lock, decodeText(keypadId, false) ?? '', request, context));
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
    return withForm(request, switches, (form) =>
      answerTo(store.update(share.id, form, switches), switches, () => writeData(share.id, switches)),
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
  return withForm(request, switches, (form) =>
    answerTo(store.create(lock, accessory, form, switches), switches, (share) => {
      if (switches.createData === 'null') return null;
      const id = idJson(share.id, switches);
      return switches.createData === 'id-only' ? { id } : { id, code: codeJson(share, switches) };
    }),
  );
}

function withLock(idText: string, { store, switches }: RouteContext, answer: (lock: DemoLock) => DemoAnswer): DemoAnswer {
  const lock = /^\d{1,15}$/.test(idText) ? store.lock(Number(idText)) : null;
  if (lock === null) return failure(404, switches);
  return lock.foreign === true ? failure(403, switches) : answer(lock);
}

function withForm(request: DemoRequest, switches: TheKeysSwitches, answer: (form: ShareForm) => DemoAnswer): DemoAnswer {
  const outcome = parseShareForm(request.body.toString('utf8'), request.headers['content-type'] ?? '', switches);
  return outcome.ok ? answer(outcome.form) : failure(400, switches, outcome.errors);
}

function answerTo(
  outcome: ShareOutcome,
  switches: TheKeysSwitches,
  data: (share: Extract<ShareOutcome, { kind: 'done' }>['share']) => unknown,
): DemoAnswer {
  switch (outcome.kind) {
    case 'done':
      return success(data(outcome.share));
    case 'missing':
      return missingShare(switches);
    case 'form-error':
      return failure(400, switches, outcome.errors);
  }
}

function writeData(id: number, switches: TheKeysSwitches): unknown {
  const data = { id: { id: idJson(id, switches) }, null: null, 'empty-list': [] };
  return data[switches.writeData];
}
