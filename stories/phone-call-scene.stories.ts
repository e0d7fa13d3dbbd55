import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { PhoneCallScene } from '../src/scenes/phone-call-scene/phone-call-scene.js';
import { cueControls, drawn, everyStep } from './kit.js';

const meta: Meta<PhoneCallScene> = {
  title: 'Scenes/Phone call',
  component: 'phone-call-scene',
  args: { from: 'Bern', to: 'Oslo', duration: 9, step: 'length', progress: 1 },
  argTypes: cueControls(['expected', 'connected', 'length', 'invitation']),
  render: ({ from, to, duration, step, progress }) =>
    html`<phone-call-scene
      class="box"
      from=${from}
      to=${to}
      duration=${duration}
      step=${step}
      .progress=${progress}
    ></phone-call-scene>`,
};
export default meta;
type Story = StoryObj<PhoneCallScene>;

export const ItsOwnStates: Story = {
  play: async ({ canvasElement }) => {
    await everyStep(await drawn(canvasElement, 'phone-call-scene'));
  },
};
