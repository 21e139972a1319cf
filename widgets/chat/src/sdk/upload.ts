import { Problem, Unreachable } from '@sovinto/ui/problem.ts';
import timing from './timing.json';

interface Request {
  address: string;
  accessToken: string;
  file: Blob;
  /** Hears how much of the file has gone, from 0 to 1. */
  onProgress: (part: number) => void;
}

/** Sends a file as it is. Only the old kind of request tells how far it has come. */
export function upload<T>({ address, accessToken, file, onProgress }: Request): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.timeout = timing.upload_timeout;
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Authorization', `Bearer ${accessToken}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () => {
      const body = read(request.responseText);
      if (request.status === 200 && body) resolve(body as T);
      else reject(new Problem(request.status, detailOf(body)));
    };
    const lost = () => reject(new Unreachable());
    request.onerror = lost;
    request.ontimeout = lost;
    request.onabort = lost;
    request.send(file);
  });
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function detailOf(body: unknown): string {
  const detail = body && typeof body === 'object' && 'detail' in body ? body.detail : '';
  return typeof detail === 'string' ? detail : '';
}
