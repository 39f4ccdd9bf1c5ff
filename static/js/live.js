// The secretary's screen: the notes are kept while they are written, joined with what another writes,
// and tried again until they are. Needs autosave.js before it (the look for identity codes).
{
  const QUIET_MS = 1000;
  const HEARTBEAT_MS = 4000;
  const AGAIN_MS = 4000;

  for (const form of document.querySelectorAll("form[data-live-url]")) {
    const { base, version, seen, shown, notes: box } = form.elements;
    const line = document.querySelector("[data-live-status]");
    const writers = form.querySelector("[data-live-writers]");
    const key = `kokous:${form.dataset.liveUrl}:${form.elements.language.value}`;
    let timer;
    let busy = false;
    let typing = false;
    let leaving = false;
    let outcomeWaits = false;

    const say = (text) => { if (line && text && line.textContent !== text) line.textContent = text; };
    const isOpen = () => box.value.trimEnd() !== base.value.trimEnd();
    const keepHere = () => { try { sessionStorage.setItem(key, JSON.stringify({ text: box.value, base: base.value })); } catch { /* No room: the box has it. */ } };

    const put = (text) => {
      const [from, to] = [box.selectionStart, box.selectionEnd];
      const after = box.value.length - to;
      const shift = text.endsWith(box.value.slice(to)) ? text.length - after - to : 0;
      const hasFocus = document.activeElement === box;
      box.value = text;
      if (hasFocus) box.setSelectionRange(from + shift, to + shift);
    };

    const take = (told, sent) => {
      if (box.value === sent) {
        if (told.text !== sent.trimEnd()) put(told.text);
        base.value = told.text;
      } else {
        base.value = sent;
      }
      version.value = told.version;
      if (told.seen) {
        seen.value = told.seen;
        shown.value = told.shown;
        outcomeWaits = false;
      }
      if (writers) writers.textContent = told.writers.join(". ");
      if (!isOpen()) sessionStorage.removeItem(key);
      const clock = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "numeric", minute: "2-digit", timeZone: "Europe/Helsinki" });
      const theirs = sent.trimEnd() && told.joined ? form.dataset.joined : "";
      say(theirs || (outcomeWaits ? form.dataset.waits : form.dataset.kept).replace("{clock}", clock));
    };

    const later = (wait) => {
      clearTimeout(timer);
      timer = setTimeout(save, wait);
    };

    const save = async () => {
      if (busy) return later(QUIET_MS);
      if (holdsIdentityCode(box.value)) {
        keepHere();
        return say(form.dataset.refused);
      }
      busy = true;
      const sent = box.value;
      const data = new FormData(form);
      if (typing) data.set("typing", "1");
      if (outcomeWaits) data.set("outcome_typed", "1");
      typing = false;
      try {
        const answer = await fetch(form.dataset.liveUrl, { method: "POST", body: data, headers: { "X-Requested-With": "fetch" } });
        const told = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
        if (answer.status === 422) {
          keepHere();
          say(told.refused);
        } else if (answer.ok && !answer.redirected) {
          take(told, sent);
          if (isOpen()) later(QUIET_MS);
        } else {
          throw new Error(answer.status);
        }
      } catch {
        keepHere();
        say(form.dataset.failed);
        later(AGAIN_MS);
      } finally {
        busy = false;
      }
    };

    const kept = JSON.parse(sessionStorage.getItem(key) || "null");
    if (kept && kept.text !== box.value) {
      box.value = kept.text;
      base.value = kept.base;
      later(0);
    }

    form.addEventListener("input", (event) => {
      if (event.target === box) typing = true;
      else outcomeWaits = true;
      keepHere();
      later(QUIET_MS);
    });
    form.addEventListener("submit", () => { leaving = true; });
    window.addEventListener("online", () => later(0));
    window.addEventListener("beforeunload", (event) => {
      if (!leaving && (isOpen() || outcomeWaits)) event.preventDefault();
    });
    setInterval(() => { if (document.visibilityState === "visible" && !busy) save(); }, HEARTBEAT_MS);
  }

  for (const box of document.querySelectorAll("[data-live-clock]")) {
    const ahead = new Date(box.dataset.now) - Date.now();
    const ends = new Date(box.dataset.ends);
    const left = box.querySelector("[data-live-left]");
    const over = box.querySelector("[data-live-over]");
    const show = () => {
      const now = new Date(Date.now() + ahead);
      const parts = { hour: "numeric", minute: "2-digit", timeZone: "Europe/Helsinki" };
      box.querySelector("[data-live-now]").textContent = now.toLocaleTimeString(document.documentElement.lang, parts);
      const minutes = Math.ceil((ends - now) / 60000);
      const isNear = Math.abs(minutes) < 600;
      left.hidden = !isNear || minutes < 0;
      over.hidden = !isNear || minutes >= 0;
      for (const each of [left, over]) each.querySelector("b").textContent = box.dataset.left.replace("{minutes}", Math.abs(minutes));
    };
    show();
    setInterval(show, 10000);
  }

  for (const form of document.querySelectorAll("form[data-live-attend]")) {
    const line = form.querySelector("[data-live-attended]");
    form.querySelector("button")?.closest(".btns").setAttribute("hidden", "");
    form.addEventListener("change", async ({ target }) => {
      const row = target.closest("li");
      const was = row.querySelector("[name=was]");
      const [present, remote] = ["present", "remote"].map((name) => row.querySelector(`[name=${name}]`));
      if (target === remote && remote.checked) present.checked = true;
      if (target === present && !present.checked && remote) remote.checked = false;
      const data = new FormData();
      data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
      data.set("was", was.value);
      if (present.checked) data.set("present", present.value);
      if (remote?.checked) data.set("remote", remote.value);
      try {
        const answer = await fetch(form.action, { method: "POST", body: data, headers: { "X-Requested-With": "fetch" } });
        const told = await answer.json();
        if (!answer.ok) throw new Error(told.refused);
        was.value = `${present.value}:${remote?.checked ? "remote" : present.checked ? "present" : "absent"}`;
        line.textContent = told.there;
        const count = document.querySelector("[data-live-there]");
        if (count) count.textContent = form.querySelectorAll("[name=present]:checked").length;
      } catch (error) {
        target.checked = !target.checked;
        line.textContent = error.message && !(error instanceof TypeError) ? error.message : line.dataset.failed;
      }
    });
  }
}
