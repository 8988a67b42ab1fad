package dev.mendline.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.Finding;
import java.time.Clock;
import java.time.Instant;
import picocli.CommandLine.Command;

/** Rules of the house that the build's module table cannot hold. */
@AnalyzeClasses(packages = "dev.mendline", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    @ArchTest
    static final ArchRule the_engine_does_no_input_or_output = noClasses()
            .that()
            .resideInAPackage("dev.mendline.engine..")
            .and()
            .doNotHaveSimpleName("CatalogFiles")
            .and()
            .haveNameNotMatching(".*\\.GramFrequencies(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "java.nio.channels..", "java.io..", "javax..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule the_engine_and_the_model_do_not_ask_for_the_time = noClasses()
            .that()
            .resideInAnyPackage("dev.mendline.engine..", "dev.mendline.model..", "dev.mendline.ingest..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random");

    /** Others ask for the kind and the parameters of an entry. */
    @ArchTest
    static final ArchRule only_writers_of_output_read_the_sentences_of_a_timeline = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.mendline.engine.incident.timeline", "dev.mendline.notifier..", "dev.mendline.cli.incidents")
            .should()
            .callMethod(Incident.TimelineEntry.class, "what");

    /** It asks for the facts and the refusals of a finding. */
    @ArchTest
    static final ArchRule the_engine_reads_no_transcript = noClasses()
            .that()
            .resideInAPackage("dev.mendline.engine..")
            .should()
            .callMethod(Finding.class, "transcript");

    @ArchTest
    static final ArchRule the_model_knows_no_kafka = noClasses()
            .that()
            .resideInAPackage("dev.mendline.model..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule packages_are_free_of_cycles =
            slices().matching("dev.mendline.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_name_says_nothing = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    @ArchTest
    static final ArchRule only_the_command_line_ends_the_process = noClasses()
            .that()
            .resideOutsideOfPackage("dev.mendline.cli..")
            .should()
            .callMethod(System.class, "exit", int.class);

    /** Other packages of cli need the commands that the main class lists, and no command of a group. */
    @ArchTest
    static final ArchRule commands_of_a_group_are_not_public = classes()
            .that()
            .areAnnotatedWith(Command.class)
            .and()
            .areTopLevelClasses()
            .and()
            .doNotHaveFullyQualifiedName(Mendline.class.getName())
            .and()
            .doNotBelongToAnyOf(Mendline.class.getAnnotation(Command.class).subcommands())
            .should()
            .notBePublic();
}
