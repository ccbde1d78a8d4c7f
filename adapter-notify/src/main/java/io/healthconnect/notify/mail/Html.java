package io.healthconnect.notify.mail;

import java.text.Bidi;

/**
 * The HTML of mails: no images, no scripts, nothing that is loaded from elsewhere, and styles that
 * mail programs know.
 */
final class Html {
  private static final String TEXT =
      "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif;font-size:16px;"
          + "line-height:1.5;color:#1d2327";

  private Html() {}

  static String page(String language, String title, String body) {
    return """
        <!doctype html>
        <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">\
        <title>%s</title></head>
        <body style="margin:0;background:#f6f4f1"><div style="max-width:560px;margin:0 auto;padding:24px;%s">\
        %s</div></body></html>
        """
        .formatted(language, escaped(title), TEXT, body);
  }

  static String paragraph(String text) {
    return "<p>" + escaped(text) + "</p>\n";
  }

  /** A sentence in which a name stands, in whatever direction it is written. */
  static String paragraph(String sentence, String who) {
    return "<p>" + escaped(sentence).replace("{who}", "<bdi>" + escaped(who) + "</bdi>") + "</p>\n";
  }

  static String button(String link, String words) {
    return "<p><a href=\"%s\" style=\"display:inline-block;padding:10px 18px;border-radius:8px;"
            .formatted(escaped(link))
        + "background:#0b5c5e;color:#ffffff;text-decoration:none\">"
        + escaped(words)
        + "</a></p>\n";
  }

  static String small(String text) {
    return "<p style=\"font-size:13px;color:#5c6670\">" + escaped(text) + "</p>\n";
  }

  static String smallLink(String link, String words) {
    return "<p style=\"font-size:13px\"><a href=\"%s\" style=\"color:#5c6670\">%s</a></p>\n"
        .formatted(escaped(link), escaped(words));
  }

  /**
   * For plain text: keeps a name that is written from right to left from reordering its sentence.
   */
  static String isolated(String name) {
    char[] letters = name.toCharArray();
    return Bidi.requiresBidi(letters, 0, letters.length) ? '\u2068' + name + '\u2069' : name;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
