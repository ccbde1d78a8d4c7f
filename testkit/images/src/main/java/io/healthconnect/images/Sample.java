package io.healthconnect.images;

/**
 * A file that somebody uploads.
 *
 * @param name describes the sample in test messages
 * @param fileName as the form says
 * @param contentType as the form says
 */
public record Sample(String name, String fileName, String contentType, byte[] bytes) {

  static Sample photo(String name, byte[] bytes) {
    return new Sample(name, "photo.jpg", "image/jpeg", bytes);
  }

  @Override
  public String toString() {
    return name + " (" + bytes.length + " bytes)";
  }
}
