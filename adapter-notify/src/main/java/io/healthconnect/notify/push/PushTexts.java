package io.healthconnect.notify.push;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.healthconnect.domain.push.NoticePush;
import io.healthconnect.notify.words.NoticeWords;

/**
 * Words what a device shows, as the JSON that the service worker of the web client reads: who, when
 * and where to click.
 */
final class PushTexts {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PushTexts() {}

  static String of(NoticePush notice) {
    NoticeWords words =
        NoticeWords.of(notice.kind(), notice.reader(), notice.from(), false, notice.visit());
    String sentence = words.sentence().replace("{who}", words.who());
    ObjectNode text = JSON.createObjectNode();
    text.put("title", words.subject());
    text.put("body", words.when().map(when -> sentence + "\n" + when).orElse(sentence));
    text.put("language", notice.reader().language().code());
    text.put("tag", notice.id());
    text.put("page", words.page());
    return text.toString();
  }
}
