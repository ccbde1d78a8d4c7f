package io.healthconnect.images;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files that are not JPEG, PNG, WebP or GIF images, whatever their names and content types say. */
public final class NotImages {
  private NotImages() {}

  /** Each content under three misleading names. */
  public static List<Sample> all() {
    List<Sample> all = new ArrayList<>();
    contents()
        .forEach(
            (name, bytes) -> {
              all.add(new Sample(name, "photo.jpg", "image/jpeg", bytes));
              all.add(new Sample(name, "photo.png.html", "image/png", bytes));
              all.add(new Sample(name, "photo.php\0.webp", "image/webp", bytes));
            });
    return all;
  }

  private static Map<String, byte[]> contents() {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    contents.put("nothing", new byte[0]);
    contents.put("one byte", new byte[] {(byte) 0xff});
    contents.put("HTML", Bytes.latin("<!doctype html><script>alert(1)</script>"));
    contents.put("script", Bytes.latin("alert(document.cookie)"));
    contents.put("PHP", Bytes.latin("<?php system($_GET[0]); ?>"));
    contents.put("JSON", Bytes.latin("{\"image\": \"https://elsewhere.example/a.png\"}"));
    contents.put("address", Bytes.latin("https://elsewhere.example/a.png"));
    contents.put("SVG", Bytes.latin("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"));
    contents.put("SVG with prolog", Bytes.latin("<?xml version=\"1.0\"?>\n<!-- -->\n<SVG/>"));
    contents.put("PDF", Bytes.latin("%PDF-1.7\n1 0 obj<</OpenAction 2 0 R>>"));
    contents.put("ZIP", Bytes.latin("PK\3\4\24\0\0\0\0\0"));
    contents.put("gzip", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0});
    contents.put("ELF", Bytes.latin("\177ELF\2\1\1\0"));
    contents.put("EXE", Bytes.latin("MZ\220\0\3\0\0\0"));
    contents.put("icon", new byte[] {0, 0, 1, 0, 1, 0, 16, 16});
    contents.put("BMP", raster("bmp"));
    contents.put("TIFF", raster("tiff"));
    contents.put("TIFF, the other way round", Bytes.latin("MM\0*\0\0\0\10\0\0"));
    contents.put("WBMP", bits("wbmp"));
    contents.put("HEIC", Bytes.latin("\0\0\0\30ftypheic\0\0\0\0mif1heic"));
    contents.put("HEIC, cut off in its brand", Bytes.latin("\0\0\0\30ftyphe"));
    contents.put("AVIF", Bytes.latin("\0\0\0\34ftypavif\0\0\0\0avifmif1"));
    contents.put("video", Bytes.latin("\0\0\0\40ftypisom\0\0\2\0isomiso2avc1mp41"));
    contents.put("WAVE", Bytes.latin("RIFF\44\0\0\0WAVEfmt "));
    contents.put("GIF of no version", Bytes.latin("GIF90a\1\0\1\0\0\0\0;"));
    contents.put("JPEG 2000", Bytes.latin("\0\0\0\14jP  \r\n\207\n"));
    return contents;
  }

  private static byte[] raster(String format) {
    return Pictures.encoded(Pictures.drawing(9, 9, BufferedImage.TYPE_INT_RGB), format);
  }

  private static byte[] bits(String format) {
    return Pictures.encoded(Pictures.drawing(9, 9, BufferedImage.TYPE_BYTE_BINARY), format);
  }
}
