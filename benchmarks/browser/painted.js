// Says when the app of a peer was painted for the first time, from the beginning of the page. One for all peers.
({ root, first, last, parts, canvas }) => {
  const after = new MessageChannel();
  const waiting = [];
  after.port1.onmessage = () => waiting.splice(0).forEach(tell => tell(performance.now()));
  // The frame that follows a change paints it; a message posted within the frame is delivered once it is painted.
  const whenPainted = tell => requestAnimationFrame(() => { waiting.push(tell); after.port2.postMessage(0); });
  const longTasks = [];
  new PerformanceObserver(list => longTasks.push(...list.getEntries())).observe({ type: 'longtask' });

  const isThere = (app, [selector, count]) => app.querySelectorAll(selector).length >= count;
  // A canvas is there before anything is drawn on it.
  const isDrawn = drawing => {
    if (!drawing || drawing.width < 2 || drawing.height < 2) { return false; }
    const { data } = drawing.getContext('2d').getImageData(0, 0, drawing.width, Math.min(drawing.height, 80));
    const pixels = new Uint32Array(data.buffer);
    return pixels.some(pixel => pixel !== pixels[0]);
  };
  const isWhole = app => app.textContent.includes(last) && parts.every(part => isThere(app, part))
    && (!canvas || isDrawn(app.querySelector(canvas)));

  let turn;
  const begin = from => {
    const mine = { from };
    turn = mine;
    const look = () => {
      if (turn !== mine) { return; }
      const app = document.querySelector(root);
      const hasBegun = app?.textContent.includes(first);
      if (hasBegun && !mine.begun) {
        mine.begun = true;
        whenPainted(time => { mine.first = time; });
      }
      if (hasBegun && isWhole(app)) {
        whenPainted(time => { mine.whole = time; });
      } else {
        requestAnimationFrame(look);
      }
    };
    look();
  };
  begin(0);

  window.firstPaint = {
    start: () => { begin(performance.now()); },
    isPainted: () => turn.first !== undefined && turn.whole !== undefined,
    taken: () => {
      const during = longTasks.filter(task => task.startTime >= turn.from && task.startTime <= turn.whole);
      return { wall: turn.whole - turn.from, first: turn.first - turn.from,
        blocked: during.reduce((sum, task) => sum + task.duration, 0) };
    },
  };
}
