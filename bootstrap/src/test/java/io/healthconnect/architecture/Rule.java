package io.healthconnect.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * A rule with what shows that it works.
 *
 * @param modules the packages below the root that it is about; none may be empty
 * @param offenders simple names of classes in the offence package that it must catch
 */
record Rule(String name, ArchRule rule, List<String> modules, List<String> offenders) {}
