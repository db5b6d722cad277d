// Watches the page of a peer: when its app shows a new value, and when that was painted. One for all peers.
(selector) => {
  const root = document.querySelector(selector);
  const after = new MessageChannel();
  const painted = [];
  after.port1.onmessage = () => painted.splice(0).forEach(tell => tell(performance.now()));
  // The frame that follows a change paints it; a message posted within the frame is delivered once it is painted.
  const whenPainted = tell => requestAnimationFrame(() => { painted.push(tell); after.port2.postMessage(0); });
  const longTasks = [];
  new PerformanceObserver(list => longTasks.push(...list.getEntries())).observe({ type: 'longtask' });

  const number = (text, pattern) => { const found = pattern.exec(text); return found ? Number(found[1]) : null; };
  const read = () => {
    const text = root.textContent;
    const pictures = root.querySelectorAll('img');
    const picture = pictures[pictures.length - 1];
    return {
      first: number(text, /reading (\d+);/), last: number(text, /finished (\d+);/),
      began: number(text, /began ([\d.]+);/), ended: number(text, /ended ([\d.]+);/),
      picture: picture && picture.complete && picture.naturalWidth > 0 ? picture : null,
    };
  };
  const isWhole = shown => shown.first !== null && shown.first === shown.last && shown.picture !== null;

  let turn = null;
  let drag = null;
  const onTurn = now => {
    if (now.first !== turn.before.first && now.first !== null && turn.text === undefined) {
      turn.text = null;
      whenPainted(time => { turn.text = time; });
    }
    const isDone = isWhole(now) && now.first !== turn.before.first && now.picture.src !== turn.source;
    if (turn.shown === undefined && isDone) {
      Object.assign(turn, { shown: performance.now(), began: now.began, ended: now.ended });
      whenPainted(time => { turn.painted = time; });
    }
  };
  const onDrag = now => {
    if (now.first !== null && now.first !== drag.first) {
      drag.first = now.first;
      drag.values += 1;
    }
    if (isWhole(now) && now.began !== drag.began) {
      drag.began = now.began;
      drag.updates += 1;
      whenPainted(time => { drag.painted = time; });
    }
  };
  const look = () => {
    if (turn === null && drag === null) { return; }
    const now = read();
    if (turn !== null) { onTurn(now); }
    if (drag !== null) { onDrag(now); }
  };
  // Styles are not watched: a slider's thumb has one for each place.
  const all = { subtree: true, childList: true, characterData: true, attributeFilter: ['src'] };
  new MutationObserver(look).observe(root, all);
  root.addEventListener('load', look, true);  // of pictures
  window.addEventListener('pointerdown', event => { if (turn !== null) { turn.start ??= event.timeStamp; } }, true);
  window.addEventListener('pointerup', event => { if (drag !== null) { drag.released = event.timeStamp; } }, true);

  window.benchmarkProbe = {
    isReady: () => isWhole(read()),
    arm: () => {
      const before = read();
      turn = { before, source: before.picture?.src };
    },
    isPainted: () => turn.painted !== undefined && typeof turn.text === 'number',
    taken: () => {
      const { start, text, shown: seen, painted: all, began, ended } = turn;
      const before = began - performance.timeOrigin - start;
      turn = null;
      return { wall: all - start, text: text - start, before, script: ended - began,
        after: all - (ended - performance.timeOrigin), paint: all - seen };
    },
    startDrag: () => {
      const { first, began } = read();
      drag = { first, began, values: 0, updates: 0, from: performance.now() };
    },
    // The last picture is there when nothing new came for a while.
    isAtRest: quiet => drag.released !== undefined
      && performance.now() - Math.max(drag.released, drag.painted ?? 0) > quiet,
    dragged: () => {
      const { from, released, painted: last, updates, values } = drag;
      const during = longTasks.filter(task => task.startTime >= from && task.startTime <= (last ?? released));
      drag = null;
      return { updates, values, tasks: during.length, longest: Math.max(0, ...during.map(task => task.duration)),
        blocked: during.reduce((sum, task) => sum + task.duration, 0),
        lag: last === undefined ? null : last - released };
    },
  };
}
