"use strict";
// Keys: one letter does what a button or link with that data-key does. Everything works without this file too.
(() => {
  const OFF = "truceline-keys-off";
  const GO = { o: "", t: "timeline", l: "tolls", u: "truces", k: "talks", m: "map", c: "contradictions" };
  let going = false;

  const typing = (target) => target.isContentEditable || ["INPUT", "SELECT", "TEXTAREA"].includes(target.tagName);
  const keyOf = (event) => (event.key === " " ? "Space" : event.key);
  const holder = (key) => [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key.split(" ").includes(key));
  const off = () => localStorage.getItem(OFF) === "1";

  function use(element) {
    if (element.dataset.open === "unsure") {
      const field = document.querySelector(".field.unsure input, .field.unsure select") || document.querySelector(".field input, .field select");
      if (field) open(field);
    } else if (["INPUT", "SELECT"].includes(element.tagName)) open(element);
    else element.click();
  }
  function open(field) {
    field.focus();
    field.scrollIntoView({ block: "nearest" });
    if (field.select) field.select();
  }
  function go(key) {
    const first = document.querySelector(".bar nav a");
    const overview = first && first.getAttribute("href").startsWith("/c/") ? first.getAttribute("href") : null;
    if (key === "r") location.href = document.querySelector('.bar nav a[href^="/review"]').href;
    else if (overview && key in GO) location.href = GO[key] ? `${overview}/${GO[key]}` : overview;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || off()) return;
    const key = keyOf(event);
    if (typing(event.target)) {
      if (key === "Escape") event.target.blur();
      else if (/^[0-9]$/.test(key) && event.target.tagName === "SELECT") pick(event, Number(key));
      return;
    }
    if (key === "Space" && ["BUTTON", "A", "SUMMARY"].includes(event.target.tagName)) return;
    if (going) { going = false; event.preventDefault(); return go(key.toLowerCase()); }
    if (key === "g") { going = true; setTimeout(() => { going = false; }, 1500); return; }
    if (key === "/") { event.preventDefault(); return document.getElementById("q").focus(); }
    if (key === "?") { location.href = "/keys"; return; }
    if (key === "r" && document.querySelector('main a[href^="/review"]')) return document.querySelector('main a[href^="/review"]').click();
    if (key === "n" && document.getElementById("add")) { event.preventDefault(); return add(); }
    const rest = key === "0" ? document.querySelectorAll(".field input, .field select")[9] : null;
    const wanted = rest || holder(key.length === 1 && key !== "Z" ? key.toLowerCase() : key);
    if (wanted) { event.preventDefault(); use(wanted); }
  });

  // The second keystroke of a correction: in an open list a digit picks the value of that number.
  function pick(event, number) {
    const values = [...event.target.options].filter((option) => option.value !== "");
    if (number >= 1 && number <= values.length) {
      event.preventDefault();
      event.target.value = values[number - 1].value;
      event.target.dispatchEvent(new Event("change", { bubbles: true }));
      event.target.blur();
    }
  }

  document.addEventListener("change", (event) => {
    const field = event.target.closest(".field");
    if (field) field.classList.add("changed");
  });

  // Selected words of a report as code points, which is how the ledger counts.
  function offsetOf(node, offset) {
    const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
    if (!piece) return null;
    const before = document.createRange();
    before.setStart(piece, 0);
    before.setEnd(node, offset);
    return Number(piece.dataset.start) + [...before.toString()].length;
  }
  function remember() {
    const chosen = getSelection();
    const start = document.getElementById("start");
    if (!start || !chosen.rangeCount || chosen.isCollapsed) return;
    const range = chosen.getRangeAt(0);
    if (!document.getElementById("story").contains(range.commonAncestorContainer)) return;
    const from = offsetOf(range.startContainer, range.startOffset);
    const to = offsetOf(range.endContainer, range.endOffset);
    if (from === null || to === null || to <= from) return;
    start.value = from;
    document.getElementById("end").value = to;
    document.getElementById("selected").textContent = `“${range.toString().slice(0, 120)}”`;
  }
  function add() {
    document.getElementById("add").scrollIntoView({ block: "nearest" });
    document.getElementById("add-kind").focus();
  }
  document.addEventListener("selectionchange", remember);

  function settle() {
    const fault = document.getElementById("fault");
    if (fault) fault.focus();
    const evidence = document.querySelector("#evidence mark");
    if (evidence) evidence.scrollIntoView({ block: "nearest" });
    const current = document.querySelector(".queue [aria-current]");
    const queue = current && current.closest(".queue");
    if (queue && current.offsetTop + current.offsetHeight > queue.clientHeight) queue.scrollTop = current.offsetTop - queue.clientHeight / 2;
    const button = document.getElementById("keys-switch");
    if (button) {
      const show = () => { button.setAttribute("aria-pressed", String(!off())); button.textContent = off() ? button.dataset.off : button.dataset.on; };
      button.addEventListener("click", () => { localStorage.setItem(OFF, off() ? "0" : "1"); show(); });
      show();
    }
  }
  document.addEventListener("DOMContentLoaded", settle);
  document.addEventListener("htmx:afterSettle", settle);
})();
