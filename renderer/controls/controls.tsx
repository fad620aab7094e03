/** Every control in every state on one page, for tests and for whoever changes one. Not part of the program. */
import { render } from 'preact';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { AppContext } from '../lib/app.ts';
import type { App } from '../lib/app.ts';
import { createFormats } from '../lib/format.ts';
import { loadWords } from '../lib/texts.ts';
import type { Tone } from '../lib/text-context.ts';
import { Announcer } from '../ui/announcer.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Countdown } from '../ui/countdown.tsx';
import { Cut } from '../ui/cut.tsx';
import { ConfirmDialog } from '../ui/dialog.tsx';
import { CheckField, Field, SelectField, TextField } from '../ui/field.tsx';
import { FileDrop } from '../ui/file-drop.tsx';
import { Form } from '../ui/form.tsx';
import { Icon, IconText } from '../ui/icon.tsx';
import { MenuButton } from '../ui/menu-button.tsx';
import { PageSearch } from '../ui/page-search.tsx';
import { Said } from '../ui/said.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { ShortcutKeys } from '../ui/shortcut-keys.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { Empty, Failure, Loading } from '../ui/states.tsx';
import { Switch } from '../ui/switch.tsx';
import { SwitchField } from '../ui/switch-field.tsx';
import { VERDICT_TONES, VerdictIcon } from '../ui/verdict.tsx';
import { Card, View } from '../ui/view.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';

const KINDS = ['primary', 'plain', 'quiet', 'danger'] as const;
const TONES: readonly Tone[] = ['good', 'waiting', 'warning', 'urgent', 'neutral'];
const nothing = (): void => undefined;
const ROWS = Array.from({ length: 200 }, (_, index) => ({ key: `Row ${String(index + 1)}` }));

function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="stack">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** A dialog is open as long as it is rendered, and lies on everything else: one at a time, as in the program. */
function Questions() {
  const [open, setOpen] = useState<'primary' | 'danger' | 'busy' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <Part title="Questions and results">
      <div class="row">
        <Button onClick={() => setOpen('primary')}>Ask</Button>
        <Button onClick={() => setOpen('danger')}>Ask before removing</Button>
        <Button onClick={() => setOpen('busy')}>Ask, at work</Button>
      </div>
      {open !== null && (
        <ConfirmDialog
          title="Remove the code of Ada Example?"
          confirm="Remove code"
          kind={open === 'danger' ? 'danger' : 'primary'}
          isBusy={open === 'busy'}
          onConfirm={close}
          onCancel={close}
        >
          <p>What it means for the guest.</p>
        </ConfirmDialog>
      )}
      <Announcer announcement={{ text: 'What was done.', undo: nothing, number: 1 }} onUndone={nothing} />
    </Part>
  );
}

function Controls() {
  return (
    <View
      title="Controls"
      lead="Every control of the window in every state."
      actions={<Button icon="print" name="An action of the page" />}
    >
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
          <Button isExpanded={false}>Closed</Button>
          <Button isExpanded>Open</Button>
          <MenuButton
            name="More actions"
            actions={[
              { label: 'Change times', onChoose: nothing },
              { label: 'Remove code', onChoose: nothing },
            ]}
          />
        </div>
      </Part>
      <Questions />
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
        <Segmented
          label="Shown"
          hasLegend
          value="all"
          choices={[
            { value: 'changes', label: 'Changes' },
            { value: 'all', label: 'All syncs' },
          ]}
          onChange={nothing}
        />
        <div class="row">
          <Switch label="A switch that is on" isOn onClick={nothing} />
          <Switch label="A switch that is off" isOn={false} onClick={nothing} />
          <Switch label="On, at work" isOn isBusy onClick={nothing} />
          <Switch label="Off, disabled" isOn={false} isDisabled onClick={nothing} />
        </div>
        <SwitchField label="On" hint="What it means." isOn onChange={nothing} />
        <SwitchField label="Off" isOn={false} onChange={nothing} />
        <SwitchField label="On, disabled" isOn disabledBecause="Not available in the demo." onChange={nothing} />
        <SwitchField label="Off, disabled" isOn={false} disabledBecause="Not available in the demo." onChange={nothing} />
      </Part>
      <Part title="Fields">
        <TextField label="Text" hint="A hint." placeholder="A placeholder" value="" onInput={nothing} />
        <TextField label="Wrong" hint="A hint." error="Enter a whole number from 1 to 730." value="1000" onInput={nothing} />
        <TextField label="Time" type="time" value="15:00" onInput={nothing} />
        <TextField label="Unusual" type="time" warning="There is no time to clean." value="11:00" onInput={nothing} />
        <TextField label="Number" type="number" value="4" onInput={nothing} />
        <SelectField label="Choice" value="one" choices={[{ value: 'one', label: 'The first' }]} onChange={nothing} />
        <Form label="A form" isBusy={false} onSubmit={nothing}>
          <TextField label="Hidden label" isLabelHidden placeholder="Said by its placeholder" value="" onInput={nothing} />
          <Field label="A control of its own" hint="A hint." control={(wiring) => <input type="date" {...wiring} />} />
          <div class="row">
            <Button kind="primary" type="submit">
              Save
            </Button>
          </div>
        </Form>
        <PageSearch label="Find in this list" value="" onInput={nothing} />
        <FileDrop label="Drop a backup here" choose="Choose a file" accept=".json" isBusy={false} onFile={nothing} />
        <FileDrop label="Drop another backup here" choose="Choose another file" accept=".json" isBusy onFile={nothing} />
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
        <div class="row">
          <span class="chip">
            <Icon name="door" />
            <span>A door</span>
          </span>
          <button type="button" class="chip">
            <Icon name="door" />
            <span>A door that opens its panel</span>
          </button>
        </div>
        <div class="row">
          <Countdown left={20} of={20} text="20 s" />
          <Countdown left={7} of={20} text="7 s" />
          <ShortcutKeys shortcut="find" />
          <ShortcutKeys shortcut="call" />
        </div>
        <IconText icon="info" text="An icon that stands before its text." />
        <div style={{ display: 'grid', maxWidth: '8rem' }}>
          <Cut text="A name that is longer than its place" />
        </div>
        <Said said="code_exists" />
      </Part>
      <Part title="Rows and cards">
        <button type="button" class="list-row item">
          <span>A row</span>
        </button>
        <button type="button" class="list-row item" aria-current="true">
          <span>The row whose panel is open</span>
        </button>
        {(['neutral', 'warning'] as const).map((tone) => (
          <Card key={tone} level={3} tone={tone} title={`A card: ${tone}`} actions={<Button>{`Fix ${tone}`}</Button>}>
            <p>What it means for the guest.</p>
          </Card>
        ))}
        <div style={{ display: 'flex', flexDirection: 'column', height: '8rem' }}>
          <VirtualList
            label="A long list"
            items={ROWS}
            estimatedHeightPx={45}
            row={({ key }) => (
              <button type="button" class="list-row item">
                <span>{key}</span>
              </button>
            )}
          />
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
      <div style={{ position: 'relative', height: '10rem' }}>
        <SidePanel title="A panel" lead="About one thing">
          <p>
            <Icon name="key" /> Everything about it.
          </p>
        </SidePanel>
      </div>
    </View>
  );
}

const page = document.getElementById('app');
if (page === null) throw new Error('The page has no element with the id "app".');
const { t } = await loadWords({ language: 'en', locale: 'en-GB' });
const app = {
  t,
  formats: createFormats('en-GB'),
  snapshot: { firstStepsDone: true },
  closePanel: nothing,
  openFinder: nothing,
} as unknown as App;
render(
  <AppContext.Provider value={app}>
    <main>
      <Controls />
    </main>
  </AppContext.Provider>,
  page,
);
