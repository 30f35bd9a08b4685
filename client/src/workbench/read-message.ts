import {
  actions,
  type FromWorkbench,
  type Order,
  type Ranges,
  type SelectMode,
} from '../../../media/workbench/messages.ts';

const orders: readonly Order[] = ['name', 'tokens', 'findings', 'resolution', 'similarity'];
const modes: readonly SelectMode[] = ['set', 'add', 'remove', 'toggle'];
/** Characters of a filter, places and items asked for in one message. */
const most = { filter: 10_000, places: 2_000, items: 1_000 };

/** Reads a message of the page, which is not trusted; null for anything that is none. */
export function readMessage(data: unknown): FromWorkbench | null {
  if (!isRecord(data)) return null;
  const { type, revision, place } = data;
  switch (type) {
    case 'ready':
    case 'select-all':
    case 'select-none':
    case 'select-inverse':
    case 'write':
    case 'pick-dataset':
      return { type };
    case 'step':
      return isCount(data.by) && isIndex(data.turn) ? { type, by: data.by, turn: data.turn } : null;
    case 'extend':
      return isCount(data.by) ? { type, by: data.by } : null;
    case 'go':
    case 'extend-to':
      return isIndex(revision) && isIndex(place) ? { type, revision, place } : null;
    case 'select': {
      const mode = modes.find((one) => one === data.mode);
      return isIndex(revision) && mode && isRanges(data.ranges) ? { type, revision, ranges: data.ranges, mode } : null;
    }
    case 'filter':
      return isFilter(data.filter) ? { type, filter: data.filter } : null;
    case 'order': {
      const order = orders.find((one) => one === data.order);
      return order ? { type, order } : null;
    }
    case 'help':
      return isFilter(data.filter) && isIndex(data.turn) && isIndex(data.offset)
        ? { type, turn: data.turn, filter: data.filter, offset: data.offset }
        : null;
    case 'items':
      return isIndex(revision) && isIndex(data.offset) && isIndex(data.limit) && data.limit <= most.items
        ? { type, revision, offset: data.offset, limit: data.limit }
        : null;
    case 'thumbnails':
      return isIndex(revision) && Array.isArray(data.places) && data.places.every(isIndex)
        ? { type, revision, places: data.places.slice(0, most.places) }
        : null;
    case 'image':
      return isIndex(revision) && (place === null || isIndex(place))
        ? { type, revision, place, fine: data.fine === true }
        : null;
    case 'act': {
      const action = actions.find((one) => one === data.action);
      return action ? { type, action } : null;
    }
    default:
      return null;
  }
}

function isRanges(data: unknown): data is Ranges {
  return (
    Array.isArray(data) && data.every((range) => Array.isArray(range) && range.length === 2 && range.every(isIndex))
  );
}

const isRecord = (data: unknown): data is Record<string, unknown> => typeof data === 'object' && data !== null;
const isCount = (data: unknown): data is number => typeof data === 'number' && Number.isSafeInteger(data);
const isIndex = (data: unknown): data is number => isCount(data) && data >= 0;
const isFilter = (data: unknown): data is string => typeof data === 'string' && data.length <= most.filter;
