// Runs before the first paint, while the modules still load: no flash of the wrong theme or language.
;(function () {
  const asked = new URLSearchParams(location.search)
  const root = document.documentElement
  root.dataset.theme = asked.get('theme') === 'dark' ? 'dark' : 'light'
  root.lang = asked.get('locale') === 'zh-Hant' ? 'zh-Hant' : 'en'
})()
