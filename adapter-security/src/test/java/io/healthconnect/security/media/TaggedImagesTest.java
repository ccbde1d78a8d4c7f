package io.healthconnect.security.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.healthconnect.domain.media.CleanImage;
import io.healthconnect.images.Pictures;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** U-04: looks for tags in cleaned images with the tool that wrote them. */
class TaggedImagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Groups that describe the file itself, or that the format needs to describe the pixels. */
  private static final Set<String> OWN = Set.of("ExifTool", "System", "File", "JFIF", "PNG");

  private static final List<String> TAGS =
      List.of(
          "-GPSLatitude=52.5 -GPSLatitudeRef=N -GPSLongitude=13.4 -GPSLongitudeRef=E",
          "-EXIF:Make=Phone -EXIF:Model=Nine -EXIF:SerialNumber=CANARY",
          "-EXIF:DateTimeOriginal=2026:01:02#03:04:05 -EXIF:Artist=CANARY",
          "-EXIF:UserComment=CANARY -EXIF:ImageDescription=CANARY",
          "-XMP-dc:Creator=CANARY -XMP-dc:Title=CANARY",
          "-XMP-photoshop:City=CANARY -XMP:GPSLatitude=52.5",
          "-IPTC:Keywords=CANARY -IPTC:City=CANARY",
          "-Comment=CANARY",
          "-ICC_Profile:ProfileCopyright=CANARY -EXIF:Software=CANARY",
          "-EXIF:Copyright=CANARY -XMP-xmpRights:Owner=CANARY -Orientation#=6",
          "-EXIF:OwnerName=CANARY -EXIF:LensModel=CANARY",
          "-XMP-iptcExt:PersonInImage=CANARY",
          "-EXIF:ImageUniqueID=CANARY -XMP-xmpMM:DocumentID=CANARY");

  @TempDir Path folder;

  @BeforeEach
  void needExiftool() {
    boolean there = run(List.of("exiftool", "-ver")) == 0;
    assertTrue(
        there || !"true".equals(System.getenv("CI")),
        "no exiftool: install Debian's libimage-exiftool-perl");
    assumeTrue(there, "no exiftool: install it to test which tags cleaned images still hold");
  }

  @Test
  void leavesNothingButWhatTheFormatNeeds() throws IOException {
    Path tagged = Files.createDirectory(folder.resolve("tagged"));
    Path clean = Files.createDirectory(folder.resolve("clean"));
    Map<String, byte[]> originals = writeTagged(tagged);
    assertTrue(originals.size() >= 50, () -> "only " + originals.size() + " samples");

    try (ImageIoCleaner cleaner = new ImageIoCleaner(ImageIoCleaner.Limits.DEFAULT)) {
      for (Map.Entry<String, byte[]> file : originals.entrySet()) {
        Files.write(clean.resolve(file.getKey()), Cleaned.image(cleaner, file.getValue()).bytes());
      }
    }

    assertEquals(Map.of(), foreignTags(clean));
    Map<String, Set<String>> before = foreignTags(tagged);
    originals.keySet().forEach(name -> assertTrue(before.containsKey(name), name));
  }

  @Test
  void turnsEveryOrientationUpright() throws IOException {
    Color[] leftOrTop = {Color.RED, Color.BLUE, Color.BLUE, Color.RED};
    try (ImageIoCleaner cleaner = new ImageIoCleaner(ImageIoCleaner.Limits.DEFAULT)) {
      for (int value = 1; value <= 8; value++) {
        Path file = Files.write(folder.resolve(value + ".jpg"), Pictures.jpeg());
        assertEquals(0, run(List.of("exiftool", "-q", "-Orientation#=" + value, file.toString())));
        CleanImage image = Cleaned.image(cleaner, Files.readAllBytes(file));
        assertEquals(value < 5 ? "40x30" : "30x40", image.width() + "x" + image.height());
        BufferedImage pixels = ImageIO.read(new ByteArrayInputStream(image.bytes()));
        Color expected = value < 5 ? leftOrTop[value - 1] : value < 7 ? Color.RED : Color.BLUE;
        int rgb = pixels.getRGB(5, 5);
        assertEquals(
            expected.equals(Color.RED), (rgb >> 16 & 0xff) > (rgb & 0xff), "orientation " + value);
      }
    }
  }

  private Map<String, byte[]> writeTagged(Path tagged) throws IOException {
    Map<String, byte[]> bases =
        Map.of(
            "jpg", Pictures.jpeg(),
            "png", Pictures.png(),
            "gif", Pictures.gif(),
            "webp", Pictures.webp());
    Map<String, byte[]> originals = new TreeMap<>();
    List<String> command = new ArrayList<>(List.of("exiftool", "-q", "-q", "-m"));
    for (Map.Entry<String, byte[]> base : bases.entrySet()) {
      for (int i = 0; i < TAGS.size(); i++) {
        String name = base.getKey() + i + "." + base.getKey();
        Path file = Files.write(tagged.resolve(name), base.getValue());
        for (String tag : TAGS.get(i).split(" ")) {
          command.add(tag.replace('#', tag.contains(":04:05") ? ' ' : '#'));
        }
        // Gives each file at least one tag that its format can hold.
        command.addAll(
            List.of("-XMP-dc:Source=CANARY", "-overwrite_original", file.toString(), "-execute"));
      }
    }
    assertEquals(0, run(command));
    try (var files = Files.list(tagged)) {
      for (Path file : files.toList()) {
        originals.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return originals;
  }

  /** The names of tags outside the groups of the format itself, by file. */
  private Map<String, Set<String>> foreignTags(Path files) throws IOException {
    Path out = folder.resolve("tags.json");
    List<String> command =
        List.of("exiftool", "-q", "-json", "-G1", "-a", "-u", "-ee", "-r", files.toString());
    assertEquals(0, run(command, out));
    Map<String, Set<String>> foreign = new TreeMap<>();
    for (JsonNode file : JSON.readTree(out.toFile())) {
      String name = Path.of(file.path("SourceFile").asText()).getFileName().toString();
      Set<String> tags = new TreeSet<>();
      file.fieldNames().forEachRemaining(tags::add);
      tags.removeIf(tag -> tag.equals("SourceFile") || OWN.contains(tag.replaceFirst(":.*", "")));
      tags.removeIf(tag -> tag.startsWith("Composite:ImageSize"));
      tags.removeIf(tag -> tag.startsWith("Composite:Megapixels"));
      if (!tags.isEmpty()) {
        foreign.put(name, tags);
      }
    }
    return foreign;
  }

  private int run(List<String> command) {
    return run(command, folder.resolve("out.txt"));
  }

  /** The exit status of the command, or 127 if it does not exist. */
  private static int run(List<String> command, Path out) {
    try {
      return new ProcessBuilder(command)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .redirectOutput(out.toFile())
          .start()
          .waitFor();
    } catch (IOException e) {
      return 127;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
