"use strict";
// Words of a report are chosen by keys alone: N begins, arrows move by a word or a line, Shift widens, Enter takes them.
(() => {
  const MOVES = { ArrowRight: ["forward", "word"], ArrowLeft: ["backward", "word"], ArrowDown: ["forward", "line"], ArrowUp: ["backward", "line"] };
  let choosing = false;

  const story = () => document.getElementById("story");
  const inside = (node) => story().contains(node);

  function begin() {
    const seen = [...story().querySelectorAll("[data-start]")];
    const first = seen.find((piece) => piece.getBoundingClientRect().bottom > 0) || seen[0];
    if (!first) return;
    choosing = true;
    story().classList.add("choosing");
    getSelection().collapse(first.firstChild, 0);
    widen("forward", "word");
  }
  function end() {
    choosing = false;
    story().classList.remove("choosing");
  }
  function widen(direction, unit) { getSelection().modify("extend", direction, unit); }
  function move(direction, unit) {
    const chosen = getSelection();
    if (direction === "forward") chosen.collapseToEnd();
    else chosen.collapseToStart();
    chosen.modify("move", direction, unit);
    if (direction === "forward") chosen.modify("move", "backward", "word");
    widen("forward", "word");
  }
  function step(key, widening) {
    const chosen = getSelection();
    const before = chosen.getRangeAt(0).cloneRange();
    (widening ? widen : move)(...MOVES[key]);
    if (!inside(chosen.anchorNode) || !inside(chosen.focusNode) || !chosen.toString().trim()) {
      chosen.removeAllRanges();
      chosen.addRange(before);
    }
    if (chosen.focusNode.parentElement) chosen.focusNode.parentElement.scrollIntoView({ block: "nearest" });
  }
  function take() {
    end();
    document.getElementById("add").scrollIntoView({ block: "nearest" });
    document.getElementById("add-kind").focus();
  }

  // Before the keys of keys.js, which would else open links and fields.
  document.addEventListener("keydown", (event) => {
    if (!story() || event.ctrlKey || event.altKey || event.metaKey || localStorage.getItem("truceline-keys-off") === "1") return;
    if (choosing) {
      if (event.key in MOVES) step(event.key, event.shiftKey);
      else if (event.key === "Enter") take();
      else if (event.key === "Escape") { end(); getSelection().removeAllRanges(); }
      else return;
    } else if (event.key === "n" && getSelection().isCollapsed && !["INPUT", "SELECT", "TEXTAREA"].includes(event.target.tagName)) begin();
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
  // A digit that picked the kind goes on to the name, or to the button.
  document.addEventListener("change", (event) => {
    if (event.target.id !== "add-kind") return;
    const form = event.target.form;
    const next = form.elements.name && !form.elements.name.value ? form.elements.name : form.querySelector("button");
    setTimeout(() => next.focus(), 0);
  });
})();
