"use strict";
// The explorer: counts from the ledger's catalogue, drawn as the reader chooses. A bar leads to the claims behind it.
(() => {
  const UNITS = { day: "utcyearmonthdate", week: "utcyearweek", month: "utcyearmonth" };
  const MOST = 6, OTHERS = "others";
  const DAYS = { day: 1, week: 7, month: 31 };
  const place = document.getElementById("explorer");
  const form = document.getElementById("explore-form");
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const iso = (date) => date.toISOString().slice(0, 10);
  const chosen = (name) => form.elements[name].value;

  // Six colours can be told apart; what is told less often is one group.
  function grouped(rows, by) {
    const totals = new Map();
    for (const row of rows) totals.set(row[by], (totals.get(row[by]) || 0) + row.claims);
    const most = new Set([...totals.keys()].sort((a, b) => totals.get(b) - totals.get(a)).slice(0, MOST));
    return rows.map((row) => ({ ...row, group: most.has(row[by]) ? row[by] : OTHERS }));
  }

  function spec(rows) {
    const by = chosen("by"), unit = chosen("unit"), rowsOf = chosen("rows");
    const format = unit === "month" ? "%b %Y" : "%-d %b %Y";
    const wanted = rows.filter((row) => (chosen("told") !== "1" || row.told) && (!chosen("of") || row.kind === chosen("of")));
    const encoding = {
      x: { timeUnit: UNITS[unit], field: "day", type: "temporal", title: null, axis: { format, labelOverlap: true } },
      y: { aggregate: "sum", field: "claims", type: "quantitative", title: "claims", stack: chosen("mark") === "bar" ? "zero" : null },
      tooltip: [
        { timeUnit: UNITS[unit], field: "day", type: "temporal", title: unit, format },
        { field: "group", type: "nominal", title: by },
        { aggregate: "sum", field: "claims", type: "quantitative", title: "claims" },
      ],
      color: { field: "group", type: "nominal", scale: { range: ["--p1", "--p2", "--p3", "--p4", "--p5", "--edge", "--bar"].map(colour) }, legend: { title: null, orient: "bottom", columns: 4 } },
    };
    if (rowsOf) encoding.row = { field: rowsOf, type: "nominal", title: null, header: { labelAngle: 0, labelAlign: "left" } };
    const mark = chosen("mark") === "bar" ? { type: "bar", cursor: "pointer" } : { type: "line", point: true, interpolate: "step-after", cursor: "pointer" };
    const ink = colour("--ink"), soft = colour("--soft"), rule = colour("--rule");
    return {
      $schema: "https://vega.github.io/schema/vega-lite/v6.json",
      data: { values: grouped(wanted, by) },
      width: Math.max(280, place.clientWidth - (rowsOf ? 210 : 80)), height: rowsOf ? 80 : 360, mark, encoding,
      config: {
        background: colour("--card"), font: "Inter Variable, sans-serif", view: { stroke: null },
        axis: { labelColor: soft, titleColor: soft, gridColor: rule, domainColor: soft, tickColor: soft, labelFontSize: 12, titleFontSize: 12 },
        legend: { labelColor: ink, titleColor: ink, labelFontSize: 12 }, header: { labelColor: ink, titleColor: ink, labelFontSize: 12 },
      },
    };
  }

  async function draw() {
    const made = spec(await rows);
    document.getElementById("explore-empty").hidden = made.data.values.length > 0;
    if (!made.data.values.length) { place.replaceChildren(); return; }
    // ast: expressions are interpreted, not compiled, so that the pages need no "unsafe-eval".
    const options = { ast: true, defaultStyle: false, actions: false, renderer: "svg", tooltip: { disableDefaultStyle: true } };
    const { view } = await vegaEmbed(place, made, options);
    view.addEventListener("click", (_, item) => { if (item && item.datum) follow(item.datum); });
  }

  function follow(datum) {
    const first = Object.entries(datum).find(([name]) => name.endsWith("_day"));
    if (!first) return;
    const from = new Date(first[1]), to = new Date(from.getTime());
    to.setUTCDate(to.getUTCDate() + DAYS[chosen("unit")] - 1);
    const words = new URLSearchParams({ from: iso(from), to: iso(to) });
    const kind = chosen("of") || datum.kind || (chosen("by") === "kind" && datum.group !== OTHERS ? datum.group : "");
    const value = datum.value || (chosen("by") === "value" && datum.group !== OTHERS ? datum.group : "");
    if (kind) words.set("kind", kind);
    if (value) words.set("value", value);
    location.href = `${place.dataset.list}?${words}`;
  }

  function remember() {
    const words = new URLSearchParams(new FormData(form));
    history.replaceState(null, "", `?${words}`);
    draw();
  }
  const rows = fetch(place.dataset.rows).then((answer) => answer.json()).then((found) => found.rows);
  form.addEventListener("change", (event) => { if (!["from", "to"].includes(event.target.name)) remember(); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  draw();
})();
