package io.healthconnect.domain.doctor;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The usual specialties: how their names begin, in English and Spanish, and the words by which
 * people who do not know the name look for them. Doctors write their specialization as they like,
 * so a search compares beginnings.
 */
enum Specialty {
  ALLERGOLOGY("allerg alergi alergo", "pollen sneezing hives polen estornudos urticaria"),
  CARDIOLOGY(
      "cardiolog",
      "heart chest palpitations hypertension corazón pecho palpitaciones hipertensión"),
  DENTISTRY("dentist dental odontolog", "tooth teeth toothache gums diente muela encía"),
  DERMATOLOGY("dermatolog", "skin rash acne mole eczema piel sarpullido lunar"),
  ENDOCRINOLOGY("endocrin", "diabetes thyroid hormone sugar tiroides hormona azúcar"),
  GASTROENTEROLOGY(
      "gastroenter digesti", "stomach belly nausea diarrhea estómago barriga náusea diarrea"),
  GENERAL_PRACTICE("general family famili practi", "fever flu checkup fiebre gripe resfriado"),
  GYNECOLOGY(
      "gynecolog gynaecolog ginecolog obstetr",
      "pregnancy pregnant period menopause embarazo embarazada regla menopausia"),
  NEPHROLOGY("nephrolog nefrolog", "kidney dialysis riñón diálisis"),
  NEUROLOGY("neurolog", "headache migraine dizziness seizure cabeza migraña mareo convulsión"),
  NUTRITION("nutriti nutrici dietet", "diet weight obesity dieta peso obesidad"),
  ONCOLOGY("oncolog", "cancer tumor lump chemotherapy bulto quimioterapia"),
  OPHTHALMOLOGY("ophthalm oftalm", "eye vision eyesight glasses ojo vista gafas"),
  ORTHOPEDICS(
      "orthoped orthopaed ortoped traumatolog", "bone joint back knee hueso espalda rodilla"),
  OTOLARYNGOLOGY("otolaryng otorhino otorrino ent", "ear nose throat hearing oído nariz garganta"),
  PEDIATRICS("pediatr paediatr", "child children baby babies kid niño niña bebé"),
  PSYCHIATRY(
      "psychiatr psychol psiquiatr psicol",
      "mood sleep anxiety depression ánimo sueño ansiedad depresión"),
  PULMONOLOGY("pulmon neumolog pneumolog", "lung cough asthma breathing pulmón tos asma"),
  RHEUMATOLOGY("rheumatolog reumatolog", "arthritis gout artritis gota reuma"),
  UROLOGY("urolog", "bladder urine prostate vejiga orina próstata");

  /** A shorter beginning is that of other words too, so it does not show what somebody means. */
  private static final int CLEAR = 6;

  private final Set<String> beginnings;
  private final Set<String> words;
  private final Set<String> folded;

  Specialty(String beginnings, String words) {
    this.beginnings = inOrder(beginnings);
    this.words = inOrder(words);
    this.folded = this.words.stream().map(SearchWords::fold).collect(Collectors.toSet());
  }

  private static Set<String> inOrder(String words) {
    return new LinkedHashSet<>(Arrays.asList(words.split(" ")));
  }

  /** The words by which people look for specialties, as they are spelled. */
  static Collection<String> words() {
    Set<String> all = new LinkedHashSet<>();
    for (Specialty each : values()) {
      all.addAll(each.words);
    }
    return all;
  }

  /** How the names of the specialties begin that a word of a search, which is folded, means. */
  static Set<String> beginnings(String word) {
    Set<String> all = new LinkedHashSet<>();
    for (Specialty each : values()) {
      if (each.isMeantBy(word)) {
        all.addAll(each.beginnings);
      }
    }
    return all;
  }

  private boolean isMeantBy(String word) {
    return folded.contains(word)
        || isPlural(word, "s")
        || isPlural(word, "es")
        || beginnings.stream()
            .anyMatch(beginning -> beginning.length() >= CLEAR && word.startsWith(beginning));
  }

  private boolean isPlural(String word, String ending) {
    return word.endsWith(ending)
        && folded.contains(word.substring(0, word.length() - ending.length()));
  }
}
