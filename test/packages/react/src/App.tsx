import { useState } from 'react';
import { calls, farms } from './harvest';
import { useElements } from './elements';

export function App() {
  const ready = useElements();
  const [step, setStep] = useState('');
  const [percent, setPercent] = useState(0);

  return (
    <>
      <p id="where">
        {step || 'Before the story'}, {percent} %
      </p>

      <scroll-story
        name="harvest"
        onstory-step-change={(event) => setStep(event.id)}
        onstory-progress={(event) => setPercent(Math.round(event.progress * 100))}
      >
        <header slot="header">
          <h1>The harvest</h1>
        </header>

        <story-chapter heading="Two valleys">
          <expulsion-counter slot="stage" unit="crates">
            <table>
              <thead>
                <tr>
                  <th>Name</th>
                  <th>Group</th>
                  <th>Count</th>
                </tr>
              </thead>
              <tbody>
                {farms.map(({ name, group, count }) => (
                  <tr key={name}>
                    <td>{name}</td>
                    <td>{group}</td>
                    <td>{count}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </expulsion-counter>
          <story-step id="together">
            <p>Together the valleys picked 23 crates.</p>
          </story-step>
          <story-step id="apart">
            <p>One farm picked 12 of them.</p>
          </story-step>
        </story-chapter>

        <story-chapter heading="A call for help">
          <phone-call-scene
            slot="stage"
            from="Upper farm"
            to="Mill farm"
            from-tone="c"
            duration={9}
          />
          <story-step id="connected">
            <p>On Friday the upper farm rang the mill.</p>
          </story-step>
          <story-step id="length" scrub>
            <p>They talked for nine minutes.</p>
          </story-step>
        </story-chapter>

        <story-chapter heading="Who rang whom">
          <phone-call-scene id="log" slot="stage" calls={ready ? calls : undefined} />
          <story-step id="calls">
            <p>By evening three farms had rung each other.</p>
          </story-step>
        </story-chapter>
      </scroll-story>
    </>
  );
}
