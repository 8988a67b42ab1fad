package dev.mendline.probes.dns;

import dev.mendline.model.Reason;
import dev.mendline.model.ResolverAnswer;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.Record;

/** What one resolver said: the summary for the facts, and the records of the asked types. */
public record Answer(ResolverAnswer summary, List<Record> records) {
    public Answer {
        records = List.copyOf(records);
    }

    public Reason status() {
        return summary.status();
    }

    public boolean good() {
        return status() == Reason.ANSWERED;
    }

    /**
     * One resolver's answers for several record types of one name as one: good when one of them is; otherwise a failure
     * says more than "not with this type".
     */
    public static Answer merged(List<Answer> answers) {
        Answer telling = answers.stream()
                .filter(Answer::good)
                .findFirst()
                .or(() -> answers.stream()
                        .filter(answer -> answer.status() != Reason.NODATA)
                        .findFirst())
                .orElse(answers.get(0));
        List<Record> records = new ArrayList<>();
        answers.forEach(answer -> records.addAll(answer.records()));
        long millis = answers.stream()
                .mapToLong(answer -> answer.summary().millis())
                .max()
                .orElse(0);
        ResolverAnswer first = telling.summary();
        return new Answer(
                new ResolverAnswer(
                        first.resolver(), first.transport(), first.status(), records.size(), millis, first.overTcp()),
                records);
    }
}
