/// What every page of the documentation shares: its style, for light and dark and for a phone, and its search, which
/// asks nobody.
enum SiteAssets {
  static let indexFile = "search-index.js"

  static let style = Array(
    """
    :root {
      --ground: #fbfbfa; --card: #ffffff; --ink: #1d2126; --soft: #667080; --line: #e3e5e8; --mark: #0b62c4;
      --tint: #eef3fa; --code: #f3f4f6;
      color-scheme: light dark;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #14171b; --card: #1b1f25; --ink: #e4e7eb; --soft: #97a1ae; --line: #2c323a; --mark: #76b0f5;
        --tint: #1f2a38; --code: #232830;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 5rem; }
    body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.55 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
    a { color: var(--mark); text-decoration: none; }
    a:hover, a:focus-visible { text-decoration: underline; }
    code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .87em; }
    header { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: .4rem 1.1rem; align-items: center; padding: .7rem 1.2rem; background: var(--card); border-bottom: 1px solid var(--line); }
    .brand { font-weight: 700; color: var(--ink); }
    nav { display: flex; gap: .2rem; overflow-x: auto; flex: 1 1 auto; }
    nav a { padding: .25rem .6rem; border-radius: .45rem; color: var(--soft); white-space: nowrap; font-size: .93rem; }
    nav a:hover { background: var(--tint); text-decoration: none; }
    nav a[aria-current] { background: var(--tint); color: var(--mark); font-weight: 600; }
    .search { position: relative; flex: 0 1 17rem; }
    .search input { width: 100%; padding: .4rem .75rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--ground); color: var(--ink); font: inherit; font-size: .93rem; }
    #found { position: absolute; right: 0; top: calc(100% + .3rem); width: min(28rem, 92vw); max-height: 70vh; overflow: auto; margin: 0; padding: .3rem; list-style: none; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; box-shadow: 0 .6rem 1.8rem rgb(0 0 0 / .18); }
    #found a { display: block; padding: .4rem .6rem; border-radius: .4rem; color: var(--ink); }
    #found a:hover, #found .chosen a { background: var(--tint); text-decoration: none; }
    #found small { display: block; color: var(--soft); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
    main { max-width: 72rem; margin: 0 auto; padding: 1.2rem 1.2rem 4rem; }
    h1 { font-size: 1.75rem; line-height: 1.2; margin: .6rem 0 1.1rem; }
    h2 { font-size: 1.2rem; margin: 2.2rem 0 .8rem; }
    h3 { font-size: 1.12rem; margin: 0 0 .2rem; overflow-wrap: anywhere; }
    h4 { font-size: .78rem; letter-spacing: .05em; text-transform: uppercase; color: var(--soft); margin: 1.1rem 0 .4rem; }
    .card { background: var(--card); border: 1px solid var(--line); border-radius: .7rem; padding: 1rem 1.2rem; margin: 0 0 1rem; }
    .card:target, tr:target { outline: 2px solid var(--mark); }
    .kind { font: 600 .74rem/1 ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; color: var(--mark); background: var(--tint); border-radius: .35rem; padding: .22rem .42rem; vertical-align: .12em; }
    .anchor { color: var(--soft); opacity: 0; font-weight: 400; }
    h3:hover .anchor, .anchor:focus { opacity: 1; }
    .meta { display: flex; flex-wrap: wrap; gap: .1rem 1rem; margin: 0 0 .7rem; color: var(--soft); font-size: .9rem; }
    .place { font-size: .85rem; white-space: nowrap; }
    .place a { color: var(--soft); }
    .muted { color: var(--soft); }
    .badge { display: inline-block; font-size: .76rem; color: var(--soft); border: 1px solid var(--line); border-radius: 1rem; padding: 0 .5rem; white-space: nowrap; }
    .scroll { overflow-x: auto; margin: .6rem 0; }
    table { border-collapse: collapse; width: 100%; font-size: .93rem; }
    th { text-align: left; color: var(--soft); font-weight: 600; font-size: .8rem; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); white-space: nowrap; }
    td { padding: .42rem .8rem .42rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
    tr:last-child > td { border-bottom: 0; }
    .fields td:last-child { text-align: right; width: 1%; white-space: nowrap; }
    .fields th:last-child { text-align: right; padding-right: .8rem; }
    .arms td:first-child { min-width: 8rem; }
    .arms td code { overflow-wrap: anywhere; }
    .nested { margin: .1rem 0 .1rem .2rem; padding-left: 1rem; border-left: 2px solid var(--line); list-style: none; }
    .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .8rem 1.4rem; margin: .8rem 0; }
    .facts dt { font-size: .78rem; color: var(--soft); font-weight: 600; }
    .facts dd { margin: .1rem 0 0; overflow-wrap: anywhere; }
    .tiers { margin: .5rem 0 .7rem; padding-left: 1.4rem; }
    .tiers li { margin: .25rem 0; overflow-wrap: anywhere; }
    .tiers li::marker { color: var(--soft); font-weight: 600; }
    .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .7rem; padding: 0; margin: 0; list-style: none; }
    .tiles a { display: block; padding: .8rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .7rem; color: var(--soft); }
    .tiles a:hover { border-color: var(--mark); text-decoration: none; }
    .tiles b { display: block; font-size: 1.6rem; line-height: 1.2; color: var(--ink); }
    .plain { list-style: none; padding: 0; }
    .plain li { padding: .2rem 0; }
    p { margin: .5rem 0; }
    p code, li code { background: var(--code); border-radius: .3rem; padding: .08rem .3rem; }
    pre { background: var(--code); border-radius: .6rem; padding: .8rem 1rem; overflow-x: auto; margin: .6rem 0; line-height: 1.5; }
    .source { background: var(--card); border: 1px solid var(--line); padding: .8rem 0; }
    .line { display: block; padding-right: 1rem; }
    .line:target { background: var(--tint); }
    .number { display: inline-block; width: 3.4rem; padding-right: 1rem; text-align: right; color: var(--soft); user-select: none; }
    footer { max-width: 72rem; margin: 0 auto; padding: 0 1.2rem 2rem; color: var(--soft); font-size: .85rem; }
    @media (max-width: 44rem) {
      header { padding: .6rem .9rem; position: static; }
      html { scroll-padding-top: .5rem; }
      nav { order: 3; flex-basis: 100%; margin: 0 -.3rem; }
      .search { flex: 1 1 8rem; }
      main { padding: .8rem .9rem 3rem; }
      .card { padding: .9rem; }
      h1 { font-size: 1.45rem; }
      .fields td, .fields th { display: block; width: auto !important; text-align: left !important; border: 0; padding: .1rem 0; }
      .fields tr { display: block; padding: .35rem 0; border-bottom: 1px solid var(--line); }
      .fields th { display: none; }
      .place { white-space: normal; overflow-wrap: anywhere; }
    }
    """.utf8)

  static let search = Array(
    """
    "use strict";
    (function () {
      const box = document.getElementById("q");
      const list = document.getElementById("found");
      const entries = window.EPIC_INDEX || [];
      let chosen = -1;

      function rank(entry, words) {
        const name = entry[1].toLowerCase();
        const all = (entry[0] + " " + name + " " + entry[3].toLowerCase());
        let score = 0;
        for (const word of words) {
          if (!all.includes(word)) { return -1; }
          if (name === word) { score += 8; }
          else if (name.includes("/" + word) || name.startsWith(word)) { score += 4; }
          else if (name.includes(word)) { score += 2; }
        }
        return score;
      }

      function show() {
        const words = box.value.toLowerCase().split(/\\s+/).filter(Boolean);
        list.replaceChildren();
        chosen = -1;
        list.hidden = words.length === 0;
        if (list.hidden) { return; }
        const hits = entries.map((entry, place) => [rank(entry, words), place, entry])
          .filter((hit) => hit[0] >= 0)
          .sort((one, other) => other[0] - one[0] || one[1] - other[1])
          .slice(0, 30);
        for (const [, , entry] of hits) {
          const item = document.createElement("li");
          const link = document.createElement("a");
          const note = document.createElement("small");
          link.href = entry[2];
          link.textContent = entry[1];
          note.textContent = entry[0] + (entry[3] ? " · " + entry[3] : "");
          link.append(note);
          item.append(link);
          list.append(item);
        }
        if (hits.length === 0) {
          const item = document.createElement("li");
          item.textContent = "Nothing is called so.";
          item.style.padding = ".4rem .6rem";
          list.append(item);
        }
      }

      function choose(step) {
        const items = Array.from(list.querySelectorAll("li"));
        if (items.length === 0) { return; }
        chosen = (chosen + step + items.length) % items.length;
        items.forEach((item, place) => item.classList.toggle("chosen", place === chosen));
        items[chosen].scrollIntoView({ block: "nearest" });
      }

      box.addEventListener("input", show);
      box.addEventListener("keydown", (event) => {
        if (event.key === "ArrowDown") { choose(1); event.preventDefault(); }
        else if (event.key === "ArrowUp") { choose(-1); event.preventDefault(); }
        else if (event.key === "Escape") { box.value = ""; show(); box.blur(); }
        else if (event.key === "Enter") {
          const link = list.querySelectorAll("a")[Math.max(chosen, 0)];
          if (link) { location.href = link.href; list.hidden = true; }
        }
      });
      document.addEventListener("click", (event) => {
        if (!event.target.closest(".search")) { list.hidden = true; }
      });
      document.addEventListener("keydown", (event) => {
        if (event.key === "/" && document.activeElement !== box) { box.focus(); event.preventDefault(); }
      });
      const asked = new URLSearchParams(location.search).get("q");
      if (asked) { box.value = asked; show(); }
    })();
    """.utf8)
}
