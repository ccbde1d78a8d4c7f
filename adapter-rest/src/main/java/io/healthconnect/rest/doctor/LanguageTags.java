package io.healthconnect.rest.doctor;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.doctor.DoctorProfile;
import io.healthconnect.domain.doctor.Language;
import io.healthconnect.rest.http.request.Fields;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The languages of doctors as their tags, on the wire. */
public final class LanguageTags {
  private LanguageTags() {}

  public static List<String> of(DoctorProfile profile) {
    return profile.languages().stream().map(Language::tag).toList();
  }

  /** The languages of a request; a problem names the tag, as in {@code languages[1]}. */
  public static List<Language> parse(List<@Nullable String> tags) {
    return IntStream.range(0, tags.size())
        .mapToObj(index -> Fields.element("languages", index, () -> language(tags.get(index))))
        .toList();
  }

  private static Language language(@Nullable String tag) {
    try {
      return new Language(Fields.required("languages", tag));
    } catch (InvalidValueException e) {
      throw e.in("languages");
    }
  }
}
