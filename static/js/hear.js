// [data-hear] reads a part of the page aloud with the browser's own local voices: nothing leaves the machine.
// Without such a voice in the page's language the button stays hidden.
{
  const speech = window.speechSynthesis;
  const language = document.documentElement.lang.split("-")[0];
  const voice = () => speech.getVoices().find((each) => each.localService && each.lang.toLowerCase().startsWith(language));

  for (const button of speech ? document.querySelectorAll("[data-hear]") : []) {
    const words = button.querySelector("span");
    const listen = words.textContent;
    let speaks = false;

    const show = () => { button.hidden = !voice(); };
    const stop = () => {
      speaks = false;
      speech.cancel();
      words.textContent = listen;
    };
    const start = () => {
      const parts = [...document.querySelector(button.dataset.hear).querySelectorAll("h2, p, li")];
      const texts = parts.map((part) => part.textContent.trim()).filter(Boolean);
      speaks = true;
      words.textContent = button.dataset.stop;
      texts.forEach((text, number) => {
        const said = new SpeechSynthesisUtterance(text);
        said.voice = voice();
        said.lang = said.voice.lang;
        if (number === texts.length - 1) said.addEventListener("end", stop);
        speech.speak(said);
      });
    };

    button.addEventListener("click", () => (speaks ? stop() : start()));
    window.addEventListener("pagehide", stop);
    speech.addEventListener?.("voiceschanged", show);
    show();
  }
}
