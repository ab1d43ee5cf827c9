const THIN = '\u202f';
const POLL_MILLIS = 4000;

/** The page of a lot follows the lot: by a stream, and where there is none by asking every few seconds. */
export function auctionRoom() {
  const room = document.querySelector('[data-auction]');
  if (!room || room.dataset.live) {
    return;
  }
  room.dataset.live = 'yes';
  const clock = countdown(part(room, 'countdown'));
  const show = snapshot => {
    clock?.(snapshot);
    follow(room, snapshot);
  };
  stream(room, show);
}

function part(room, name) {
  return room.querySelector(`[data-live="${name}"]`);
}

function stream(room, show) {
  const address = `/auctions/${room.dataset.auction}`;
  let polling = null;
  const poll = () => fetch(`${address}/state?after=${room.dataset.sequence}`, { headers: { Accept: 'application/json' } })
    .then(answer => (answer.ok ? answer.json() : Promise.reject(answer.status)))
    .then(snapshot => { say(room, 'poll'); show(snapshot); }, () => say(room, 'off'));
  if (!window.EventSource) {
    polling = setInterval(poll, POLL_MILLIS);
    return;
  }
  const source = new EventSource(`${address}/live?after=${room.dataset.sequence}`);
  source.addEventListener('lot', event => {
    clearInterval(polling);
    polling = null;
    say(room, 'on');
    show(JSON.parse(event.data));
  });
  source.addEventListener('error', () => {
    say(room, 'off');
    polling ??= setInterval(poll, POLL_MILLIS);
  });
  addEventListener('pagehide', () => source.close());
}

function say(room, what) {
  const link = part(room, 'link');
  if (link && link.textContent !== link.dataset[what]) {
    link.textContent = link.dataset[what];
  }
}

function money(amount) {
  return `${String(amount).replace(/\B(?=(\d{3})+$)/g, THIN)}${THIN}₮`;
}

/** New bids go on top of the list, each once, by their numbers. A lot that has changed its state is read anew. */
function follow(room, snapshot) {
  const seen = Number(room.dataset.sequence);
  const state = part(room, 'state');
  if (room.dataset.state && room.dataset.state !== snapshot.state) {
    location.reload();
    return;
  }
  room.dataset.state = snapshot.state;
  if (snapshot.sequence <= seen) {
    return;
  }
  room.dataset.sequence = snapshot.sequence;
  part(room, 'price').textContent = money(snapshot.priceMnt);
  const name = part(room, 'priceName');
  if (name) {
    name.textContent = name.dataset.words;
  }
  const leader = part(room, 'leader');
  const mine = room.dataset.paddle && Number(room.dataset.paddle) === snapshot.leader;
  leader.textContent = mine ? leader.dataset.you : leader.dataset.words.replace('{0}', snapshot.leader);
  const least = part(room, 'least');
  if (least) {
    least.textContent = least.dataset.words.replace('{0}', money(snapshot.leastNextMnt));
  }
  lines(room, snapshot.bids.filter(bid => bid.sequence > seen));
  document.title = `${money(snapshot.priceMnt)} · ELAND`;
  const said = part(room, 'said');
  const extended = snapshot.bids.some(bid => bid.sequence > seen && bid.extended);
  said.textContent = extended ? said.dataset.extended.replace('{0}', new Date(snapshot.closesAt).toLocaleTimeString(document.documentElement.lang))
    : said.dataset.risen.replace('{0}', money(snapshot.priceMnt));
  state.classList.toggle('extended', extended);
}

function lines(room, bids) {
  const log = part(room, 'log');
  part(room, 'empty')?.remove();
  for (const bid of log ? bids : []) {
    const line = document.createElement('li');
    const text = document.createElement('span');
    text.textContent = log.dataset.line.replace('{0}', bid.sequence).replace('{1}', bid.paddle);
    const price = document.createElement('b');
    price.className = 'money';
    price.textContent = money(bid.priceMnt);
    const at = document.createElement('time');
    at.className = 'soft small';
    at.dateTime = bid.at;
    at.textContent = new Date(bid.at).toLocaleTimeString(document.documentElement.lang);
    line.append(text, ' ', price, ' ', at);
    log.prepend(line);
  }
}

/** Counts by the time of the house: the watch of the browser may be an hour wrong. */
function countdown(place) {
  if (!place) {
    return null;
  }
  let opens = Date.parse(place.dataset.opens);
  let closes = Date.parse(place.dataset.closes);
  let ahead = Date.parse(place.dataset.now) - Date.now();
  const tick = () => {
    const now = Date.now() + ahead;
    const open = now >= opens;
    const left = Math.max(0, Math.ceil(((open ? closes : opens) - now) / 1000));
    place.textContent = (open ? place.dataset.toClose : place.dataset.toOpen).replace('{0}', duration(left));
  };
  tick();
  setInterval(tick, 1000);
  return snapshot => {
    closes = Date.parse(snapshot.closesAt);
    ahead = Date.parse(snapshot.now) - Date.now();
    tick();
  };
}

function duration(seconds) {
  const two = number => String(number).padStart(2, '0');
  const days = Math.floor(seconds / 86400);
  const rest = `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return days > 0 ? `${days} · ${rest}` : rest;
}
