package dev.mendline.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the house, in the one module that the command line does not see. */
@AnalyzeClasses(packages = "dev.mendline.bench", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    @ArchTest
    static final ArchRule packages_are_free_of_cycles =
            slices().matching("dev.mendline.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_its_command_line_ends_the_process =
            noClasses().that().doNotHaveSimpleName("Bench").should().callMethod(System.class, "exit", int.class);

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
}
