/** Every control in every state on one page, for tests and for whoever changes one. Not part of the program. */
import { render } from 'preact';
import type { ComponentChildren } from 'preact';
import { AppContext } from '../lib/app.ts';
import type { App } from '../lib/app.ts';
import { createFormats } from '../lib/format.ts';
import { loadWords } from '../lib/texts.ts';
import type { Tone } from '../lib/text-context.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { CheckField, SelectField, TextField } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { MenuButton } from '../ui/menu-button.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { Empty, Failure, Loading } from '../ui/states.tsx';
import { SwitchField } from '../ui/switch-field.tsx';
import { VERDICT_TONES, VerdictIcon } from '../ui/verdict.tsx';
import { Card } from '../ui/view.tsx';

const KINDS = ['primary', 'plain', 'quiet', 'danger'] as const;
const TONES: readonly Tone[] = ['good', 'waiting', 'warning', 'urgent', 'neutral'];
const nothing = (): void => undefined;

function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="stack">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Controls() {
  return (
    <main class="view">
      <h1>Controls</h1>
      <Part title="Buttons">
        {KINDS.map((kind) => (
          <div class="row" key={kind}>
            <Button kind={kind}>{`${kind} button`}</Button>
            <Button kind={kind} icon="sync" isBusy>{`${kind}, at work`}</Button>
            <Button kind={kind} isDisabled>{`${kind}, disabled`}</Button>
          </div>
        ))}
        <div class="row">
          <Button isPressed>Pressed</Button>
          <Button isPressed={false}>Not pressed</Button>
          <Button kind="quiet" icon="close" name="Close" />
          <MenuButton name="More actions" actions={[{ label: 'Remove code', onChoose: nothing }]} />
        </div>
      </Part>
      <Part title="Choices">
        <Segmented
          label="Days"
          value="7"
          choices={[
            { value: '7', label: '7 days' },
            { value: '30', label: '30 days', more: '12' },
          ]}
          onChange={nothing}
        />
        <CheckField label="Checked" hint="What it means." isOn onChange={nothing} />
        <CheckField label="Not checked" isOn={false} onChange={nothing} />
        <SwitchField label="On" hint="What it means." isOn onChange={nothing} />
        <SwitchField label="Off" isOn={false} onChange={nothing} />
        <SwitchField label="On, disabled" isOn disabledBecause="Not available in the demo." onChange={nothing} />
        <SwitchField label="Off, disabled" isOn={false} disabledBecause="Not available in the demo." onChange={nothing} />
      </Part>
      <Part title="Fields">
        <TextField label="Text" hint="A hint." placeholder="A placeholder" value="" onInput={nothing} />
        <TextField label="Wrong" hint="A hint." error="Enter a whole number from 1 to 730." value="1000" onInput={nothing} />
        <TextField label="Time" type="time" value="15:00" onInput={nothing} />
        <TextField label="Number" type="number" value="4" onInput={nothing} />
        <SelectField label="Choice" value="one" choices={[{ value: 'one', label: 'The first' }]} onChange={nothing} />
      </Part>
      <Part title="States in a word">
        <div class="row">
          {TONES.map((tone) => (
            <Badge key={tone} tone={tone} text={tone} />
          ))}
        </div>
        <div class="row">
          {(Object.keys(VERDICT_TONES) as (keyof typeof VERDICT_TONES)[]).map((verdict) => (
            <VerdictIcon key={verdict} verdict={verdict} name={verdict} />
          ))}
        </div>
      </Part>
      <Part title="Rows and cards">
        <button type="button" class="list-row item">
          <span>A row</span>
        </button>
        <button type="button" class="list-row item" aria-current="true">
          <span>The row whose panel is open</span>
        </button>
        {(['neutral', 'good', 'warning'] as const).map((tone) => (
          <Card key={tone} level={3} tone={tone} title={`A card: ${tone}`} actions={<Button>{`Fix ${tone}`}</Button>}>
            <p>What it means for the guest.</p>
          </Card>
        ))}
        <div class="toast">
          <p>What was done.</p>
          <Button kind="quiet">Undo</Button>
        </div>
      </Part>
      <Part title="Lists without rows">
        <Loading label="Loading" rows={2} />
        <Empty icon="check" title="Nothing here" text="What fills it." actions={<Button>Add person</Button>} />
        <Failure
          title="The list could not be read"
          text="Codes on the doors keep working. Try again."
          error={{ kind: 'internal', detail: null, message: 'An example.' }}
          onRetry={nothing}
        />
      </Part>
      <SidePanel title="A panel" lead="About one thing">
        <p>
          <Icon name="key" /> Everything about it.
        </p>
      </SidePanel>
    </main>
  );
}

const page = document.getElementById('app');
if (page === null) throw new Error('The page has no element with the id "app".');
const { t } = await loadWords({ language: 'en', locale: 'en-GB' });
const app = { t, formats: createFormats('en-GB'), closePanel: nothing } as unknown as App;
render(
  <AppContext.Provider value={app}>
    <Controls />
  </AppContext.Provider>,
  page,
);
