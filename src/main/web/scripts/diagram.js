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
  const canvas = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  mark(canvas, registry, box.dataset.done, 'mark-done');
  mark(canvas, registry, box.dataset.failed, 'mark-failed');
  const now = mark(canvas, registry, box.dataset.now, 'mark-now');
  fit(canvas, now[0]);
  new ResizeObserver(() => {
    canvas.resized();
    fit(canvas, now[0]);
  }).observe(box);
  box.querySelector('.djs-container > svg')?.setAttribute('aria-hidden', 'true');
  box.querySelectorAll('[tabindex="0"]').forEach(part => part.setAttribute('tabindex', '-1'));
  box.dataset.drawn = 'yes';
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

/** Whole diagram when its letters stay readable; else near the current step at a readable size. */
function fit(canvas, now) {
  canvas.zoom('fit-viewport', 'auto');
  canvas.zoom(canvas.zoom() * 0.94, 'auto');
  if (canvas.zoom() < 0.5 && now) {
    canvas.zoom(0.7);
    canvas.scrollToElement(now, { top: 80, bottom: 80, left: 160, right: 160 });
  }
}
