/** Past runs, newest first, a page at a time. */
import { useEffect, useState } from 'preact/hooks';
import type { AppSnapshot } from '../../shared/domain/app-state.ts';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import type { Bridge } from '../lib/bridge.ts';
import { formatInstant, plural } from '../lib/format.ts';
import { useCall } from '../lib/use-call.ts';
import { OUTCOMES } from '../lib/words.ts';
import { Section, Trouble } from '../ui/section.tsx';

type Runs = CallOutput<'history.runs'>['runs'];
const PAGE = 20;

export function History({ snapshot, bridge }: { snapshot: AppSnapshot; bridge: Bridge }) {
  const list = useCall(bridge, 'history.runs');
  const [runs, setRuns] = useState<Runs>([]);
  const [isWhole, setWhole] = useState(false);
  const newest = snapshot.lastRun?.run.id;
  useEffect(() => {
    void list.run({ limit: PAGE }).then((answer) => {
      if (answer === null) return;
      setRuns(answer.runs);
      setWhole(answer.runs.length < PAGE);
    });
  }, [newest]);
  const oldest = runs.at(-1);
  const more = async (beforeRunId: string): Promise<void> => {
    const answer = await list.run({ limit: PAGE, beforeRunId });
    if (answer === null) return;
    setRuns((before) => [...before, ...answer.runs]);
    setWhole(answer.runs.length < PAGE);
  };
  return (
    <Section id="history" title="History">
      {runs.length === 0 ? <p>No runs yet.</p> : <RunList runs={runs} bridge={bridge} />}
      {oldest !== undefined && !isWhole && (
        <button type="button" disabled={list.isBusy} onClick={() => void more(oldest.id)}>
          Older runs
        </button>
      )}
      <Trouble message={list.error} />
    </Section>
  );
}

function RunList({ runs, bridge }: { runs: Runs; bridge: Bridge }) {
  return (
    <ul aria-label="Runs">
      {runs.map((run) => (
        <Run key={run.id} run={run} bridge={bridge} />
      ))}
    </ul>
  );
}

function Run({ run, bridge }: { run: Runs[number]; bridge: Bridge }) {
  const read = useCall(bridge, 'history.run');
  const [detail, setDetail] = useState<CallOutput<'history.run'>>(null);
  const { created, updated, adopted, moved, deleted, held, failed } = run.counts;
  const changes = created + updated + adopted + moved + deleted;
  const words = [
    plural(changes, 'change', 'changes'),
    ...(held > 0 ? [`${held} held`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(run.problemCount > 0 ? [plural(run.problemCount, 'problem', 'problems')] : []),
  ];
  const when = formatInstant(Date.parse(run.startedAt));
  return (
    <li id={`run-${run.id}`} tabIndex={-1}>
      {when}: {OUTCOMES[run.outcome]}, {words.join(', ')}{' '}
      <button type="button" disabled={read.isBusy} onClick={() => void read.run({ id: run.id }).then((answer) => setDetail(answer))}>
        Details
      </button>
      {detail !== null && (
        <ul aria-label={`Details of the run of ${when}`}>
          {detail.operations.map(({ key, kind, status, bookingId, reason }) => (
            <li key={key}>
              {kind}, {status}: booking {bookingId}. {reason}
            </li>
          ))}
          {detail.problems.map(({ message }, index) => (
            <li key={index}>{message}</li>
          ))}
        </ul>
      )}
      <Trouble message={read.error} />
    </li>
  );
}
