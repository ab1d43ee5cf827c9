import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';

const CAMUNDA = 'http://camunda.org/schema/1.0/bpmn';

/** Draws the diagrams of a case with what is done, what is now and what failed. The list beside it says the same in words. */
for (const box of document.querySelectorAll('[data-diagram]')) {
  const details = box.closest('details');
  if (details && matchMedia('(max-width: 767.98px)').matches) {
    details.open = false;
  }
  if (details && !details.open) {
    details.addEventListener('toggle', () => draw(box), { once: true });
  } else {
    draw(box);
  }
}

async function draw(box) {
  if (box.dataset.drawn) {
    return;
  }
  box.dataset.drawn = 'started';
  const answer = await fetch(box.dataset.diagram, { headers: { Accept: 'application/xml' } });
  if (!answer.ok) {
    box.dataset.drawn = 'failed';
    return;
  }
  const viewer = new NavigatedViewer({ container: box });
  await viewer.importXML(inLanguage(await answer.text(), document.documentElement.lang));
  viewer.get('zoomScroll').toggle(false);
  const canvas = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  mark(canvas, registry, box.dataset.done, 'mark-done');
  mark(canvas, registry, box.dataset.failed, 'mark-failed');
  const now = mark(canvas, registry, box.dataset.now, 'mark-now');
  box.querySelector('.djs-container > svg')?.setAttribute('aria-hidden', 'true');
  box.querySelectorAll('[tabindex="0"]').forEach(part => part.setAttribute('tabindex', '-1'));
  let width = 0;
  new ResizeObserver(() => {
    if (box.clientWidth !== width) {
      width = box.clientWidth;
      fit(canvas, box, now[0]);
    }
  }).observe(box);
  tools(box, canvas, now[0]);
  box.dataset.drawn = 'yes';
}

function tools(box, canvas, now) {
  const bar = box.parentElement.querySelector('.diagram-tools');
  bar.hidden = false;
  bar.addEventListener('click', event => {
    const act = event.target.closest('button')?.dataset.zoom;
    if (act === 'whole') {
      canvas.zoom('fit-viewport', 'auto');
    } else if (act === 'now') {
      fit(canvas, box, now);
    } else if (act) {
      canvas.zoom(Math.min(3, Math.max(0.15, canvas.zoom() * (act === 'in' ? 1.25 : 0.8))), 'auto');
    }
  });
}

/** The labels of a diagram are Mongolian; the English stands in each element's property "en". */
function inLanguage(xml, language) {
  if (language !== 'en') {
    return xml;
  }
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  for (const property of document.getElementsByTagNameNS(CAMUNDA, 'property')) {
    if (property.getAttribute('name') === 'en') {
      property.closest('[id]')?.setAttribute('name', property.getAttribute('value'));
    }
  }
  return new XMLSerializer().serializeToString(document);
}

function mark(canvas, registry, ids, marker) {
  const known = (ids ?? '').split(',').filter(id => id && registry.get(id));
  known.forEach(id => canvas.addMarker(id, marker));
  return known;
}

/** Whole diagram when its letters stay readable; else near the current step at a readable size. The box is as high as needed. */
function fit(canvas, box, now) {
  canvas.resized();
  const inner = canvas.viewbox().inner;
  const whole = Math.min(1, box.clientWidth / (inner.width + 40));
  const scale = whole < 0.5 ? 0.75 : whole;
  box.style.blockSize = `${Math.round(Math.min(480, Math.max(200, (inner.height + 60) * scale)))}px`;
  canvas.resized();
  canvas.zoom('fit-viewport', 'auto');
  if (whole < 0.5) {
    canvas.zoom(scale);
    if (now) {
      canvas.scrollToElement(now, { top: 80, bottom: 80, left: 160, right: 160 });
    }
  } else {
    canvas.zoom(canvas.zoom() * 0.96, 'auto');
  }
}
