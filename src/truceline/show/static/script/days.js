"use strict";
// Days of a figure are chosen by dragging over it; the form of the page, which works without this file, asks for them.
(() => {
  const LEAST = 8; // pixels; less is a click
  const DAY = 86400000;
  let drag = null;
  let dragged = false;

  const inFigure = (svg, event) => {
    const box = svg.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * svg.viewBox.baseVal.width;
    return Math.min(Math.max(x, Number(svg.dataset.left)), Number(svg.dataset.right));
  };
  function dayAt(svg, x) {
    const { first, last, left, right } = svg.dataset;
    const days = (Date.parse(last) - Date.parse(first)) / DAY + 1;
    const passed = Math.floor(((x - left) / (right - left)) * days);
    return new Date(Date.parse(first) + Math.min(passed, days - 1) * DAY).toISOString().slice(0, 10);
  }
  function band(svg) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    made.setAttribute("class", "chosen-days");
    made.setAttribute("height", svg.viewBox.baseVal.height);
    svg.append(made);
    return made;
  }

  document.addEventListener("pointerdown", (event) => {
    dragged = false;
    const svg = event.target.closest && event.target.closest("svg[data-first]");
    if (!svg || event.button || event.pointerType === "touch" || !document.querySelector("form.window")) return;
    drag = { svg, from: inFigure(svg, event), at: event.clientX, band: null };
  });
  document.addEventListener("pointermove", (event) => {
    if (!drag || (!drag.band && Math.abs(event.clientX - drag.at) < LEAST)) return;
    drag.band = drag.band || band(drag.svg);
    const x = inFigure(drag.svg, event);
    drag.band.setAttribute("x", Math.min(x, drag.from));
    drag.band.setAttribute("width", Math.abs(x - drag.from));
  });
  document.addEventListener("pointerup", (event) => {
    if (!drag) return;
    const { svg, from, band: shown } = drag;
    drag = null;
    if (!shown) return;
    dragged = true;
    const ends = [from, inFigure(svg, event)].sort((one, other) => one - other);
    const form = document.querySelector("form.window");
    form.elements.from.value = dayAt(svg, ends[0]);
    form.elements.to.value = dayAt(svg, ends[1]);
    form.requestSubmit();
  });
  document.addEventListener("dragstart", (event) => { if (drag) event.preventDefault(); });
  document.addEventListener("click", (event) => { if (dragged) { event.preventDefault(); event.stopPropagation(); dragged = false; } }, true);
})();
