package io.healthconnect.images;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pictures that are also valid as something else. Each contains {@link #MARK}. */
public final class Polyglots {
  /** Part of every payload, so that one search finds whatever survived. */
  public static final String MARK = "POLYGLOT-CANARY";

  private Polyglots() {}

  /** Each payload in each place of each format that has room for it. */
  public static List<Sample> all() {
    List<Sample> all = new ArrayList<>();
    payloads()
        .forEach(
            (name, payload) ->
                places(Bytes.latin(payload))
                    .forEach(
                        (place, file) ->
                            all.add(new Sample(name + " " + place, "a.jpg", "image/jpeg", file))));
    return all;
  }

  private static Map<String, String> payloads() {
    Map<String, String> payloads = new LinkedHashMap<>();
    payloads.put("script", "*/=1;alert('" + MARK + "')//");
    payloads.put("HTML", "<html><body onload=\"alert('" + MARK + "')\">");
    payloads.put("PHP", "<?php system('" + MARK + "'); ?>");
    payloads.put("SVG", "<svg onload=\"alert('" + MARK + "')\"/>");
    payloads.put("PDF", "%PDF-1.7\n1 0 obj <</JS (" + MARK + ")>> endobj");
    payloads.put("ZIP", "PK\3\4\24\0\0\0\0\0" + MARK + "PK\5\6");
    return payloads;
  }

  private static Map<String, byte[]> places(byte[] payload) {
    byte[] png = Pictures.png();
    byte[] gif = Pictures.gif();
    Map<String, byte[]> places = new LinkedHashMap<>();
    places.put("in a JPEG comment", Pictures.withSegment(Pictures.jpeg(), 0xfe, payload));
    places.put("in a JPEG segment", Pictures.withSegment(Pictures.jpeg(), 0xef, payload));
    places.put("behind a JPEG", Bytes.joined(Pictures.jpeg(), payload));
    places.put(
        "in a PNG text",
        Pictures.withChunk(png, "tEXt", Bytes.joined(Bytes.latin("Comment\0"), payload)));
    places.put("in a PNG chunk", Pictures.withChunk(png, "prVt", payload));
    places.put("behind a PNG", Bytes.joined(png, payload));
    byte[] comment = Arrays.copyOf(payload, Math.min(payload.length, 255));
    byte[] block = new Bytes().u8(0x21, 0xfe, comment.length).add(comment).u8(0).done();
    places.put("in a GIF comment", Pictures.withBlock(gif, block));
    places.put("behind a GIF", Bytes.joined(gif, payload));
    places.put("in a WebP chunk", Pictures.webp(new Bytes().riff("XMP ", payload).done()));
    places.put("behind a WebP", Bytes.joined(Pictures.webp(), payload));
    return places;
  }
}
