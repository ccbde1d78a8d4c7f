import { describe, expect, it } from 'vitest';
import { isDocument } from '../model/ports';
import { prepareFile } from './prepareFile';

const MOST = 100;

const pdf = (name: string, size = 10) => new File(['%PDF-'.padEnd(size, 'x')], name, { type: 'text/html' });

async function nameOf(name: string): Promise<string | null> {
  const file = await prepareFile(pdf(name), MOST);
  return isDocument(file) ? file.name : null;
}

describe('a document on its way into a chat', () => {
  it('is known by what it holds, and goes as it is', async () => {
    const file = pdf('Blood test.pdf');
    expect(await prepareFile(file, MOST)).toEqual({ blob: file, name: 'Blood test.pdf' });
    await expect(prepareFile(new File(['%PD'], 'a.pdf', { type: 'application/pdf' }), MOST)).rejects.toMatchObject({
      fault: 'wrongType',
    });
  });

  it('is not larger than the server takes', async () => {
    expect((await prepareFile(pdf('a.pdf', MOST), MOST)).blob.size).toBe(MOST);
    await expect(prepareFile(pdf('a.pdf', MOST + 1), MOST)).rejects.toMatchObject({ fault: 'tooLarge' });
  });

  it('has a name that the server takes', async () => {
    expect(await nameOf('Informe médico.PDF')).toBe('Informe médico.pdf');
    expect(await nameOf('scan')).toBe('scan.pdf');
    expect(await nameOf('.pdf')).toBe('document.pdf');
    expect(await nameOf('a\u202efdp.exe')).toBe('afdp.exe.pdf');
    expect(await nameOf(`${'😀'.repeat(200)}.pdf`)).toBe(`${'😀'.repeat(110)}.pdf`);
  });
});
